package io.drsorchestrator.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.simulate.run.Run;
import io.drsorchestrator.local.simulate.run.SharedClients;
import io.drsorchestrator.local.simulate.scenario.Draw;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulator is worth something only if it sees what is broken: each sabotage is found from
 * several first seeds, and the median of the seeds that it takes is printed. {@code
 * -Dsimulate.searches=n} makes it more searches, for every sabotage and not only the quick ones.
 */
final class SabotageTest {

  private static final int SEARCHES = Integer.getInteger("simulate.searches", 1);
  private static final int MOST_SEEDS = 4000;
  private static final long APART = 1_000_003;

  static List<Sabotage> sabotages() {
    return SEARCHES > 1 ? Sabotage.all() : Sabotage.quick();
  }

  @ParameterizedTest
  @MethodSource("sabotages")
  void what_is_broken_is_found(Sabotage sabotage) {
    var seeds =
        LongStream.range(0, SEARCHES).map(i -> seeds(sabotage, 1 + i * APART)).sorted().toArray();
    System.out.printf(
        "sabotage: %-55s median %d seeds of %d searches%n",
        sabotage.name(), seeds[seeds.length / 2], seeds.length);

    assertThat(seeds[seeds.length - 1]).as("nobody noticed").isLessThanOrEqualTo(MOST_SEEDS);
  }

  private static long seeds(Sabotage sabotage, long first) {
    try (var clients = new SharedClients()) {
      for (int i = 0; i < MOST_SEEDS; i++) {
        var scenario = Draw.scenario(first + i, Optional.empty());
        var outcome = Run.of(scenario, sabotage.wiring(), clients, false);
        if (outcome.violation().isPresent()) {
          return 1L + i;
        }
      }
      return 1L + MOST_SEEDS;
    }
  }
}
