package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.REVISION;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static io.drsorchestrator.domain.wave.SampleWaves.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.LifecycleViolation.GateClosed;
import io.drsorchestrator.domain.execution.LifecycleViolation.NotItsTurn;
import io.drsorchestrator.domain.execution.LifecycleViolation.WaveNotReady;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.PendingWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailingLaunchTest {

  private static final Instant LATER = NOON.plus(Duration.ofMinutes(5));

  @Test
  void fails_a_wave_that_has_not_started_and_ends_nothing_else() {
    var failed = fail(execution().withWaves(2).pending(), 0).get();

    assertThat(failed.next().status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(failed.next().waves().all())
        .containsExactly(failedAfter(LATER), new PendingWave(plan(1)));
    assertThat(failed.next().facts().revision()).isEqualTo(REVISION.next());
    assertThat(failed.events())
        .containsExactly(new LifecycleEvent.WaveFailed(WaveNumber.FIRST, "no servers"));
    assertThat(failed.next().nextStep(NOON))
        .isEqualTo(NextStep.of(NextStep.Kind.FAIL, WaveNumber.FIRST));
  }

  @Test
  void fails_a_claimed_wave_that_cannot_be_launched() {
    var failed = fail(execution().withClaimedWave().polling(), 0).get();

    assertThat(failed.next().waves().all()).containsExactly(failedAfter(NOON));
  }

  @Test
  void fails_the_wave_that_a_resume_created() {
    var resumed = execution().withGateBefore(0).withResumedWave().polling();

    assertThat(fail(resumed, 0).get().next().waveStatuses()).containsExactly(WaveStatus.FAILED);
  }

  @Test
  void refuses_behind_a_gate_because_such_a_wave_has_not_been_started() {
    var gated = execution().withGateBefore(0).pending();

    assertThat(fail(gated, 0)).isEqualTo(Either.left(new GateClosed(WaveNumber.FIRST)));
  }

  @Test
  void refuses_while_an_operator_wants_a_pause() {
    var held = execution().withWaves(2).withCompletedWaves(1).withRequest().polling();

    assertThat(fail(held, 1)).isEqualTo(Either.left(new GateClosed(new WaveNumber(1))));
  }

  @Test
  void refuses_a_wave_whose_turn_it_is_not() {
    assertThat(fail(execution().withWaves(2).pending(), 1))
        .isEqualTo(Either.left(new NotItsTurn(new WaveNumber(1), Option.some(WaveNumber.FIRST))));
  }

  @Test
  void refuses_a_wave_that_has_a_job() {
    assertThat(fail(execution().withRunningWave().polling(), 0))
        .isEqualTo(
            Either.left(new WaveNotReady(WaveNumber.FIRST, WaveStatus.POLLING, "fail to launch")));
  }

  @Test
  void refuses_a_wave_that_failed_already() {
    assertThat(fail(execution().withCurrent(SampleWaves::failed).polling(), 0))
        .isEqualTo(
            Either.left(new WaveNotReady(WaveNumber.FIRST, WaveStatus.FAILED, "fail to launch")));
  }

  private static EndedWave failedAfter(Instant start) {
    return new EndedWave(
        plan(0),
        WaveStatus.FAILED,
        Option.some(start),
        LATER,
        Option.none(),
        Vector.empty(),
        Option.some("no servers"));
  }

  private static Either<LifecycleViolation, Transition<PollingExecution>> fail(
      StartableExecution execution, int wave) {
    return execution.failLaunch(new WaveNumber(wave), "no servers", LATER);
  }
}
