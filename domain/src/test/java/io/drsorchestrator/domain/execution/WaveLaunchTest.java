package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.KEY;
import static io.drsorchestrator.domain.wave.SampleWaves.attempt;
import static io.drsorchestrator.domain.wave.SampleWaves.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class WaveLaunchTest {

  @Test
  void turns_the_claim_into_a_running_wave() {
    var launch = WaveLaunch.of(KEY, SampleWaves.claimed(plan(0)), SampleWaves.jobOf(plan(0)));

    assertThat(launch)
        .containsExactly(
            new WaveLaunch(KEY, attempt("attempt-1", NOON), SampleWaves.running(plan(0))));
    assertThat(launch.get().event())
        .isEqualTo(new LifecycleEvent.WaveLaunched(WaveNumber.FIRST, SampleWaves.jobOf(plan(0))));
  }

  @Test
  void needs_an_attempt_that_can_have_launched() {
    assertThat(WaveLaunch.of(KEY, SampleWaves.resumed(plan(0)), SampleWaves.jobOf(plan(0))))
        .isEmpty();
  }

  @Test
  void needs_to_know_what_was_launched() {
    var unresolved =
        new ClaimedWave(plan(0), NOON, Option.none(), Option.some(attempt("attempt-1", NOON)));

    assertThat(WaveLaunch.of(KEY, unresolved, SampleWaves.jobOf(plan(0)))).isEmpty();
  }
}
