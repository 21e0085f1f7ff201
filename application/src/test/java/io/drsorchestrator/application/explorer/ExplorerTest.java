package io.drsorchestrator.application.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.explorer.Order.Kind;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Explores plans of one to four waves; what is wrong is printed as the shortest script that leads
 * to it. {@code -Dexplorer.deep=true} runs the searches that take many minutes, too.
 */
final class ExplorerTest {

  private static final Figures FIGURES = new Figures();
  private static final int LIMIT = Integer.getInteger("explorer.limit", 20_000_000);

  /** The reconciler left out, whose parts all of these are: it makes the most calls. */
  private static final Kind[] PARTS = {
    Kind.START, Kind.POLL, Kind.DEATH, Kind.ASK_PAUSE, Kind.ASK_RESUME, Kind.ASK_CANCEL
  };

  @ParameterizedTest
  @ValueSource(strings = {"w", "g", "ww", "wg", "gw", "gg"})
  void everybody_one_after_another(String plan) {
    explore("one by one", Scope.of(plan, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"w", "g"})
  void one_fault_anywhere(String plan) {
    explore("one by one, 1 fault", bounded(plan, 1, 0, 1, -1).troubledBy(Trouble.values()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"w"})
  void whatever_drs_does_with_a_job_of_two_servers(String letters) {
    explore(
        "one by one, all weather",
        Scope.of(letters, 1)
            .with(new Plan(letters, 2))
            .in(Weather.values())
            .visitedBy(Kind.START, Kind.POLL, Kind.ASK_CANCEL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"w", "g"})
  void the_reconciler_or_anybody_interrupts_once(String plan) {
    explore("two at a time, 1 preemption, 3 visits", bounded(plan, 2, 1, 0, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"w"})
  void two_at_a_time_however_they_interleave(String plan) {
    explore(
        "two at a time, `find` in parts",
        Scope.of(plan, 2).with(forgetful(-1, 0, -1)).visitedBy(PARTS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"wgw", "gwwg"})
  void longer_plans_within_bounds(String plan) {
    explore("two at a time, 1 preemption, 2 visits", bounded(plan, 2, 1, 0, 2));
  }

  @EnabledIfSystemProperty(named = "explorer.deep", matches = "true")
  @ParameterizedTest
  @ValueSource(strings = {"g", "ww", "wg", "gw", "gg"})
  void two_waves_two_at_a_time_however_they_interleave(String plan) {
    explore(
        "two at a time, `find` in parts",
        Scope.of(plan, 2).with(forgetful(-1, 0, -1)).visitedBy(PARTS));
  }

  @EnabledIfSystemProperty(named = "explorer.deep", matches = "true")
  @ParameterizedTest
  @ValueSource(strings = {"w", "g", "ww", "wg", "gw", "gg"})
  void any_number_of_faults_one_by_one(String plan) {
    explore("one by one, any faults", Scope.of(plan, 1).troubledBy(Trouble.values()));
  }

  @EnabledIfSystemProperty(named = "explorer.deep", matches = "true")
  @ParameterizedTest
  @ValueSource(strings = {"w", "g", "ww", "gw", "wgw", "gwwg"})
  void two_preemptions_and_a_fault(String plan) {
    explore(
        "two at a time, 2 preemptions, 1 fault, 3 visits",
        bounded(plan, 2, 2, 1, 3).troubledBy(Trouble.values()));
  }

  @EnabledIfSystemProperty(named = "explorer.deep", matches = "true")
  @ParameterizedTest
  @ValueSource(strings = {"w", "g", "ww"})
  void three_at_a_time(String plan) {
    explore("three at a time, 2 preemptions, 3 visits", bounded(plan, 3, 2, 0, 3));
  }

  @AfterAll
  static void write() throws IOException {
    if (Boolean.getBoolean("explorer.write")) {
      FIGURES.write();
    }
  }

  private static Scope bounded(
      String plan, int inFlight, int preemptions, int faults, int visitors) {
    return Scope.of(plan, inFlight).with(forgetful(preemptions, faults, visitors));
  }

  private static Allowance forgetful(int preemptions, int faults, int visitors) {
    return new Allowance(preemptions, faults, visitors, true);
  }

  private static void explore(String name, Scope scope) {
    long began = System.nanoTime();
    var found = Search.run(scope, Mutant.NONE, LIMIT);
    System.out.printf(
        "%-5s %-48s %,10d worlds %,11d moves, depth %3d, %s, %.1f s%n",
        scope.plan().letters(),
        name,
        found.states(),
        found.transitions(),
        found.depth(),
        found.isComplete() ? "complete" : "cut off",
        (System.nanoTime() - began) / 1e9);
    FIGURES.add(name, scope.plan().letters(), found);
    found.script().forEach(line -> System.out.println("    " + line));
    found.after().forEach(line -> System.out.println("    ... " + line));
    assertThat(found.violation()).isEmpty();
    assertThat(found.isComplete()).isTrue();
  }
}
