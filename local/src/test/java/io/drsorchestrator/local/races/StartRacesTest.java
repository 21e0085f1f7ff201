package io.drsorchestrator.local.races;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.races.StartRace.Contest;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Starts at the same moment, seed by seed. A failing seed is replayed by {@code -Draces.seed=n};
 * {@code -Draces.seeds=n} runs more of them.
 */
final class StartRacesTest {

  private static final int SEEDS = Integer.getInteger("races.seeds", 100);
  private static final int AT_MOST = 400;

  private static LongStream seeds() {
    var one = Long.getLong("races.seed");
    return one == null ? LongStream.rangeClosed(1, SEEDS) : LongStream.of(one);
  }

  @ParameterizedTest
  @EnumSource(Contest.class)
  void no_server_is_ever_in_two_executions_and_the_loser_is_told_by_whom(Contest contest) {
    int conflicts = 0;
    int accepted = 0;
    int refused = 0;
    for (long seed : seeds().toArray()) {
      var outcome = StartRace.run(seed, contest, StartGuard.NONE);
      assertThat(outcome.violation())
          .as(() -> "seed " + seed + ", replay with -Draces.seed=" + seed + "\n" + outcome.log())
          .isEmpty();
      conflicts += outcome.history().conflicts;
      accepted += (int) outcome.history().accepted();
      refused += outcome.history().answers.size() - (int) outcome.history().accepted();
    }
    System.out.printf(
        "starts: %s, %d accepted, %d refused, %d void writes%n",
        contest, accepted, refused, conflicts);
    if (Long.getLong("races.seed") == null) {
      assertThat(accepted).isPositive();
      assertThat(refused).isPositive();
    }
  }

  @Test
  void one_seed_is_one_interleaving() {
    assertThat(StartRace.run(7, Contest.A_CHAIN_OF_THREE_PLANS, StartGuard.NONE).log())
        .isEqualTo(StartRace.run(7, Contest.A_CHAIN_OF_THREE_PLANS, StartGuard.NONE).log());
  }

  @ParameterizedTest
  @EnumSource(value = StartGuard.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void a_guard_that_is_taken_away_is_missed(StartGuard removed) {
    var missed = missedAfter(removed);
    System.out.printf("removed: %-20s %s seeds%n", removed, missed);
    assertThat(missed).as("taken away: %s", removed).isPresent();
  }

  private static OptionalLong missedAfter(StartGuard removed) {
    return LongStream.rangeClosed(1, AT_MOST)
        .filter(seed -> StartRace.run(seed, removed.contest, removed).violation().isPresent())
        .findFirst();
  }
}
