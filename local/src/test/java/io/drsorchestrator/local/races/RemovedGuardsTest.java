package io.drsorchestrator.local.races;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.races.Search.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The races are worth something only if they notice what is missing: every guard is taken away once
 * and must be missed within a few seeds, or is known to stand behind another one.
 */
final class RemovedGuardsTest {

  private static final int AT_MOST = Integer.getInteger("races.search", 1000);
  private static final int REDUNDANT_SEEDS = 100;

  @Test
  void every_guard_that_is_taken_away_is_missed() {
    missNothing(Removals.noticed(), Workload.EVERYBODY);
  }

  @Test
  void every_guard_of_a_reminder_that_is_taken_away_is_missed() {
    missNothing(Removals.noticedAtGates(), Workload.LONG_GATE);
  }

  private static void missNothing(List<Guard> guards, Workload workload) {
    var missed = new ArrayList<String>();
    for (var removed : guards) {
      var found = Search.search(removed, AT_MOST, workload);
      report(removed.name(), found);
      if (found.isEmpty()) {
        missed.add(removed.name());
      }
    }
    assertThat(missed).as("taken away, and nobody noticed").isEmpty();
  }

  @Test
  void guards_behind_other_guards_are_not_missed() {
    var found = Search.search(Removals.redundant(), REDUNDANT_SEEDS);
    Removals.REDUNDANT.forEach(
        (clause, reason) -> System.out.printf("redundant: %-24s %s%n", clause, reason));
    report(Removals.redundant().name(), found);
    assertThat(found).isEmpty();
  }

  @Test
  void the_record_refuses_a_finalize_that_believes_in_waves_that_are_not_complete() {
    var misled = Guard.NONE.misled();
    var found = Search.search(misled, REDUNDANT_SEEDS);
    report(misled.name(), found);
    assertThat(found).isEmpty();
  }

  private static void report(String name, Optional<Found> found) {
    System.out.printf(
        "removed: %-50s %s%n",
        name,
        found
            .map(f -> "%3d seeds, %s".formatted(f.seeds(), f.violation().invariant()))
            .orElse("not missed"));
  }
}
