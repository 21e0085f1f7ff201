package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.Moments.noonPlus;
import static io.drsorchestrator.domain.execution.Executions.REVISION;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_DIED;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static io.drsorchestrator.domain.wave.SampleWaves.LEASE;
import static io.drsorchestrator.domain.wave.SampleWaves.attempt;
import static io.drsorchestrator.domain.wave.SampleWaves.plan;
import static io.drsorchestrator.domain.wave.SampleWaves.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.LifecycleViolation.GateClosed;
import io.drsorchestrator.domain.execution.LifecycleViolation.LeaseHeld;
import io.drsorchestrator.domain.execution.LifecycleViolation.NotItsTurn;
import io.drsorchestrator.domain.execution.LifecycleViolation.WaveNotReady;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.PendingWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimingWavesTest {

  private static final LaunchAttempt SECOND = attempt("attempt-2", NOON.plus(LEASE));

  @Test
  void starts_a_new_execution() {
    var claimed = claim(execution().withWaves(2).pending(), 0, attempt("attempt-1", NOON)).get();

    assertThat(claimed.next().status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(claimed.next().waves().all())
        .containsExactly(SampleWaves.claimed(plan(0)), new PendingWave(plan(1)));
    assertThat(claimed.next().facts().revision()).isEqualTo(REVISION.next());
    assertThat(claimed.events())
        .containsExactly(new LifecycleEvent.WaveClaimed(WaveNumber.FIRST, "attempt-1"));
    assertThat(claimed.next().nextStep(NOON))
        .isEqualTo(NextStep.of(NextStep.Kind.START_WAVE, WaveNumber.FIRST).after(LEASE));
  }

  @Test
  void starts_the_next_wave_after_the_one_before_it() {
    var between = execution().withWaves(3).withCompletedWaves(1).polling();

    var claimed = claim(between, 1, attempt("attempt-1", NOON)).get();

    assertThat(claimed.next().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.POLLING, WaveStatus.PENDING);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 99})
  void refuses_a_wave_whose_turn_it_is_not(int number) {
    var between = execution().withWaves(3).withCompletedWaves(1).polling();

    assertThat(claim(between, number, SECOND))
        .isEqualTo(
            Either.left(new NotItsTurn(new WaveNumber(number), Option.some(new WaveNumber(1)))));
  }

  @Test
  void refuses_every_wave_when_none_is_left() {
    var done = execution().withWaves(2).withCompletedWaves(2).polling();

    assertThat(claim(done, 1, SECOND))
        .isEqualTo(Either.left(new NotItsTurn(new WaveNumber(1), Option.none())));
  }

  @Test
  void refuses_the_first_wave_behind_its_gate() {
    var gated = execution().withGateBefore(0).pending();

    assertThat(claim(gated, 0, SECOND)).isEqualTo(Either.left(new GateClosed(WaveNumber.FIRST)));
  }

  @Test
  void refuses_a_later_wave_behind_its_gate() {
    var gated = execution().withWaves(2).withGateBefore(1).withCompletedWaves(1).polling();

    assertThat(claim(gated, 1, SECOND)).isEqualTo(Either.left(new GateClosed(new WaveNumber(1))));
  }

  @Test
  void refuses_while_an_operator_wants_a_pause() {
    var held = execution().withRequest().pending();

    assertThat(claim(held, 0, SECOND)).isEqualTo(Either.left(new GateClosed(WaveNumber.FIRST)));
  }

  @Test
  void refuses_while_another_attempt_may_still_launch() {
    var claimed = execution().withClaimedWave().polling();

    assertThat(claim(claimed, 0, attempt("attempt-2", noonPlus(Duration.ofSeconds(30)))))
        .isEqualTo(Either.left(new LeaseHeld(WaveNumber.FIRST, Duration.ofSeconds(90))));
  }

  @Test
  void a_dead_workflow_ends_nothing_while_an_attempt_may_still_launch() {
    var claimed = execution().withClaimedWave().polling();

    assertThat(claimed.workflowDied(WORKFLOW_DIED, noonPlus(Duration.ofSeconds(119))))
        .isEqualTo(Either.left(new LeaseHeld(WaveNumber.FIRST, Duration.ofSeconds(1))));
    assertThat(claimed.workflowDied(WORKFLOW_DIED, noonPlus(LEASE)).get().next())
        .isInstanceOf(FailedExecution.class);
  }

  @Test
  void takes_over_once_the_lease_is_over() {
    var claimed = execution().withClaimedWave().polling();

    var retried = claim(claimed, 0, SECOND).get();

    assertThat(retried.next().waves().all())
        .containsExactly(
            new ClaimedWave(plan(0), NOON, Option.some(target(plan(0))), Option.some(SECOND)));
    assertThat(retried.next().facts().revision()).isEqualTo(REVISION.next());
    assertThat(retried.events())
        .containsExactly(new LifecycleEvent.WaveClaimed(WaveNumber.FIRST, "attempt-2"));
  }

  @Test
  void launches_what_was_first_resolved_on_every_retry() {
    var claimed = execution().withClaimedWave().polling();

    var retried = claimed.claimWave(WaveNumber.FIRST, target(plan(7)), SECOND).get();

    assertThat(retried.next().waves().all().head())
        .isEqualTo(
            new ClaimedWave(plan(0), NOON, Option.some(target(plan(0))), Option.some(SECOND)));
  }

  @Test
  void launches_the_wave_that_a_resume_created_through_its_gate() {
    var resumed = execution().withGateBefore(0).withResumedWave().polling();

    var claimed = claim(resumed, 0, SECOND).get();

    assertThat(claimed.next().waves().all().head())
        .isEqualTo(
            new ClaimedWave(
                SampleWaves.gated(plan(0)),
                NOON,
                Option.some(target(plan(0))),
                Option.some(SECOND)));
  }

  @Test
  void keeps_the_request_to_pause_for_the_wave_after() {
    var claimed = execution().withWaves(2).withClaimedWave().withRequest().polling();

    assertThat(claim(claimed, 0, SECOND).get().next().pauseRequest())
        .isEqualTo(Option.some(requestBy("bob")));
  }

  @Test
  void refuses_a_wave_that_runs() {
    var running = execution().withRunningWave().polling();

    assertThat(claim(running, 0, SECOND))
        .isEqualTo(Either.left(new WaveNotReady(WaveNumber.FIRST, WaveStatus.POLLING, "start")));
  }

  @Test
  void refuses_a_wave_that_failed() {
    var failed = execution().withWaves(2).withFailedWave().polling();

    assertThat(claim(failed, 0, SECOND))
        .isEqualTo(Either.left(new WaveNotReady(WaveNumber.FIRST, WaveStatus.FAILED, "start")));
  }

  private static Either<LifecycleViolation, Transition<PollingExecution>> claim(
      StartableExecution execution, int wave, LaunchAttempt attempt) {
    return execution.claimWave(new WaveNumber(wave), target(plan(wave)), attempt);
  }
}
