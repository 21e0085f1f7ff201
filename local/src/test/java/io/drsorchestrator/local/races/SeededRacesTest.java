package io.drsorchestrator.local.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Everybody at once, seed by seed. A failing seed is replayed by {@code -Draces.seed=n}; {@code
 * -Draces.seeds=n} runs more of them.
 */
final class SeededRacesTest {

  private static final int SEEDS = Integer.getInteger("races.seeds", 100);

  @Test
  void every_invariant_holds_however_calls_interleave() {
    var reached = new LinkedHashMap<String, Integer>();
    long started = System.nanoTime();
    seeds().forEach(seed -> race(seed, Workload.EVERYBODY, reached));
    double seconds = (System.nanoTime() - started) / 1e9;
    System.out.printf(
        "races: %s in %.1f s, %.1f seeds/s%n",
        reached, seconds, reached.getOrDefault("seeds", 0) / seconds);

    if (Long.getLong("races.seed") == null) {
      assertThat(reached)
          .containsKeys("COMPLETED", "FAILED", "CANCELLED", "PAUSED", "CANCELLING", "conflicts")
          .containsKeys("accepted", "refused", "undisturbed", "told PAUSE", "told PAUSE_REMINDER");
    }
  }

  private static LongStream seeds() {
    var one = Long.getLong("races.seed");
    return one == null ? LongStream.rangeClosed(1, SEEDS) : LongStream.of(one);
  }

  private static void race(long seed, Workload workload, Map<String, Integer> reached) {
    var outcome = Race.run(seed, Guard.NONE, Reads.FROM_ENGINE, workload);
    assertThat(outcome.violation())
        .as(() -> "seed " + seed + ", replay with -Draces.seed=" + seed + "\n" + outcome.log())
        .isEmpty();
    var history = outcome.history();
    reached.merge("seeds", 1, Integer::sum);
    for (var status : new String[] {"COMPLETED", "FAILED", "CANCELLED", "PAUSED", "CANCELLING"}) {
      if (history.hasSeen(status)) {
        reached.merge(status, 1, Integer::sum);
      }
    }
    reached.merge(
        "accepted",
        (int) history.acknowledged.stream().filter(a -> a.isClick() && a.isOperators()).count(),
        Integer::sum);
    reached.merge(
        "refused",
        (int) history.acknowledged.stream().filter(a -> a.isClick() && a.isRefused()).count(),
        Integer::sum);
    history.notified.forEach(kind -> reached.merge("told " + kind, 1, Integer::sum));
    if (history.troubles == 0) {
      reached.merge("undisturbed", 1, Integer::sum);
    }
    if (history.conflicts > 0) {
      reached.merge("conflicts", history.conflicts, Integer::sum);
    }
    reached.merge("launches", history.launches.size(), Integer::sum);
    reached.merge("writes", history.versions.size(), Integer::sum);
  }

  @Test
  void a_reminder_goes_out_once_however_many_look_and_whatever_operators_do() {
    var reached = new LinkedHashMap<String, Integer>();
    seeds().forEach(seed -> race(seed, Workload.LONG_GATE, reached));
    System.out.printf("races at a gate: %s%n", reached);

    if (Long.getLong("races.seed") == null) {
      assertThat(reached)
          .containsKeys("accepted", "refused", "undisturbed", "conflicts")
          .containsKeys("COMPLETED", "CANCELLED", "told PAUSE", "told PAUSE_REMINDER");
    }
  }

  @Test
  void one_seed_is_one_interleaving() {
    assertThat(Race.run(7, Guard.NONE, Reads.FROM_ENGINE).log())
        .isEqualTo(Race.run(7, Guard.NONE, Reads.FROM_ENGINE).log());
  }
}
