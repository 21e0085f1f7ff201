package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static io.drsorchestrator.domain.wave.SampleWaves.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.NextStep.Kind;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NextStepTest {

  private static final Executions TWO = execution().withWaves(2);

  @ParameterizedTest
  @MethodSource("steps")
  void is(Kind kind, int wave, Duration after, Execution execution) {
    assertThat(execution.nextStep(NOON))
        .isEqualTo(new NextStep(kind, Option.some(new WaveNumber(wave)), after));
  }

  static Object[][] steps() {
    var now = Duration.ZERO;
    return new Object[][] {
      {Kind.RUN_WAVE, 0, now, TWO.pending()},
      {Kind.RUN_WAVE, 0, now, TWO.polling()},
      {Kind.RUN_WAVE, 1, now, TWO.withCompletedWaves(1).polling()},
      {Kind.START_WAVE, 0, LEASE, TWO.withClaimedWave().polling()},
      {Kind.START_WAVE, 0, now, TWO.withResumedWave().polling()},
      {Kind.START_WAVE, 0, now, TWO.withGateBefore(0).withResumedWave().polling()},
      {Kind.AWAIT_WAVE, 0, Duration.ofSeconds(30), TWO.withRunningWave().polling()},
      {Kind.AWAIT_WAVE, 0, Duration.ofSeconds(30), TWO.withRunningWave().withRequest().polling()},
      {Kind.FAIL, 0, now, TWO.withFailedWave().polling()},
      {Kind.FAIL, 1, now, TWO.withCompletedWaves(1).withFailedWave().polling()},
      {Kind.PAUSE, 0, now, TWO.withGateBefore(0).pending()},
      {Kind.PAUSE, 1, now, TWO.withGateBefore(1).withCompletedWaves(1).polling()},
      {Kind.PAUSE, 1, now, TWO.withCompletedWaves(1).withRequest().polling()},
      {Kind.PAUSE, 0, now, TWO.withGateBefore(0).paused()},
      {Kind.PAUSE, 0, now, TWO.withGateBefore(0).withRequest().paused()},
    };
  }

  @ParameterizedTest
  @MethodSource("ends")
  void is_the_end_of(Kind kind, Execution execution) {
    assertThat(execution.nextStep(NOON))
        .isEqualTo(new NextStep(kind, Option.none(), Duration.ZERO));
  }

  static Object[][] ends() {
    return new Object[][] {
      {Kind.FINALIZE, TWO.withCompletedWaves(2).polling()},
      {Kind.CANCEL, TWO.withCompletedWaves(1).cancelling()},
      {Kind.CANCEL, TWO.withCompletedWaves(2).cancelling()},
      {Kind.CANCEL, TWO.withFailedWave().cancelling()},
      {Kind.DONE, TWO.completed()},
      {Kind.DONE, TWO.withFailedWave().failed()},
      {Kind.DONE, TWO.cancelled()},
    };
  }

  @Test
  void waits_only_as_long_as_the_lease_still_holds() {
    var claimed = TWO.withClaimedWave().polling();

    assertThat(claimed.nextStep(NOON.plusSeconds(90)).after()).isEqualTo(Duration.ofSeconds(30));
    assertThat(claimed.nextStep(NOON.plus(LEASE)).after()).isEqualTo(Duration.ZERO);
    assertThat(claimed.nextStep(NOON.plus(LEASE).plusSeconds(1)).after()).isEqualTo(Duration.ZERO);
  }
}
