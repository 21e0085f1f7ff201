package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_ARN;
import static io.drsorchestrator.domain.execution.Executions.details;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static io.drsorchestrator.domain.wave.SampleWaves.POLICY;
import static io.drsorchestrator.domain.wave.SampleWaves.attempt;
import static io.drsorchestrator.domain.wave.SampleWaves.plan;
import static io.drsorchestrator.domain.wave.SampleWaves.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.LifecycleViolation.WavesOutstanding;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/**
 * D1, the bug that this system exists for: an execution turned COMPLETED after its first wave,
 * since a poll judged it by the waves that had started so far.
 */
class PrematureCompletionTest {

  @Test
  void the_end_of_the_first_wave_leaves_the_execution_polling() {
    var running = execution().withWaves(3).withRunningWave().polling();

    var polled = pollTheEndOf(SampleWaves.running(plan(0)), running);

    assertThat(polled.status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(polled.waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.PENDING, WaveStatus.PENDING);
    assertThat(polled.nextStep(NOON))
        .isEqualTo(NextStep.of(NextStep.Kind.RUN_WAVE, new WaveNumber(1)));
  }

  @Test
  void nobody_can_finalize_after_the_first_of_three_waves() {
    var running = execution().withWaves(3).withRunningWave().polling();

    var polled = pollTheEndOf(SampleWaves.running(plan(0)), running);

    assertThat(polled.finalizeBy(WORKFLOW, NOON))
        .isEqualTo(Either.left(new WavesOutstanding(1, 3)));
  }

  @Test
  void nobody_can_finalize_between_two_waves_before_a_gate() {
    var between = execution().withWaves(2).withGateBefore(1).withCompletedWaves(1);

    assertThat(between.polling().finalizeBy(WORKFLOW, NOON))
        .isEqualTo(Either.left(new WavesOutstanding(1, 2)));
    assertThat(between.polling().nextStep(NOON))
        .isEqualTo(NextStep.of(NextStep.Kind.PAUSE, new WaveNumber(1)));
    assertThat(between.paused().nextStep(NOON))
        .isEqualTo(NextStep.of(NextStep.Kind.PAUSE, new WaveNumber(1)));
  }

  @Test
  void nobody_can_finalize_right_after_a_resume() {
    var between = execution().withWaves(2).withGateBefore(1).withCompletedWaves(1);

    var resumed = between.withRequest().paused().resume(WORKFLOW, NOON).get().next();

    assertThat(resumed.finalizeBy(WORKFLOW, NOON))
        .isEqualTo(Either.left(new WavesOutstanding(1, 2)));
  }

  @Test
  void waves_cannot_appear_later_because_all_exist_from_creation() {
    var created = PendingExecution.create(details(), execution().withWaves(3).plan()).next();

    assertThat(created.totalWaves()).isEqualTo(3);
    assertThat(created.waveStatuses())
        .containsExactly(WaveStatus.PENDING, WaveStatus.PENDING, WaveStatus.PENDING);
  }

  @Test
  void polls_between_the_waves_and_during_a_pause_never_finish_it() {
    var plan = execution().withWaves(2).withGateBefore(1).plan();
    var created = PendingExecution.create(details(), plan).next();
    var start =
        new PendingExecution(
            new ExecutionFacts(
                created.facts().details(),
                Option.some(WORKFLOW_ARN),
                created.waves(),
                created.facts().revision()),
            Option.none());

    var first = pollTheEndOf(SampleWaves.running(plan(0)), launch(start, 0));
    var paused = first.pause(WORKFLOW, TOKEN, NOON).get().next();
    var intended = paused.requestResume(requestBy("alice")).get().next();
    var resumed = intended.resume(WORKFLOW, NOON).get().next();
    var second = pollTheEndOf(SampleWaves.running(SampleWaves.gated(plan(1))), launch(resumed, 1));

    assertThat(first.finalizeBy(WORKFLOW, NOON).isLeft()).isTrue();
    assertThat(resumed.finalizeBy(WORKFLOW, NOON).isLeft()).isTrue();
    assertThat(second.status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(second.finalizeBy(WORKFLOW, NOON).get().next().completedWaves()).isEqualTo(2);
  }

  private static PollingExecution launch(StartableExecution execution, int wave) {
    var number = new WaveNumber(wave);
    var claimed = execution.claimWave(number, target(plan(wave)), attempt("attempt", NOON)).get();
    return Executions.launched(claimed.next(), number);
  }

  private static PollingExecution pollTheEndOf(RunningWave wave, PollingExecution execution) {
    var progress = execution.observe(wave, SampleWaves.success(wave), NOON, POLICY);
    return execution.after(progress);
  }
}
