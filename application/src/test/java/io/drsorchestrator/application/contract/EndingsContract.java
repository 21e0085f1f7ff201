package io.drsorchestrator.application.contract;

import static io.drsorchestrator.application.port.WriteOutcome.CONFLICT;
import static io.drsorchestrator.application.port.WriteOutcome.WRITTEN;
import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.Moments.noonPlus;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_DIED;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static io.drsorchestrator.domain.wave.SampleWaves.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.FailedExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An execution ends once, and its waves end with it. */
public abstract class EndingsContract extends StoreContract {

  /** When nobody can launch any more what was claimed at noon. */
  private static final Instant END = noonPlus(LEASE);

  private static Transition<FailedExecution> died(ActiveExecution execution) {
    return execution.workflowDied(WORKFLOW_DIED, END).get();
  }

  private static Transition<? extends Execution> cancel(ActiveExecution execution) {
    return execution.requestCancel(requestBy("carol")).get();
  }

  @Test
  void a_failure_stores_its_cause_and_ends_every_wave() {
    var recorded = execution(3).completeWave().launch();

    assertThat(store().endings().fail(died(recorded.active()))).isEqualTo(WRITTEN);

    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(recorded.read().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.FAILED, WaveStatus.CANCELLED);
    assertThat(recorded.document())
        .containsEntry("errorCode", WORKFLOW_DIED.code())
        .containsEntry("errorMessage", WORKFLOW_DIED.message())
        .containsEntry("endTime", END.getEpochSecond());
    assertThat(recorded.storedWave(1).get("statusMessage")).isEqualTo(WORKFLOW_DIED.message());
    assertThat(recorded.storedWave(1).get("endTime")).isEqualTo(END.getEpochSecond());
    assertThat(recorded.storedWave(2).get("endTime")).isEqualTo(END.getEpochSecond());
  }

  @Test
  void a_failure_keeps_the_result_of_the_wave_that_failed() {
    var recorded = execution(2).launch().observe(SampleWaves::disaster);
    var message = recorded.storedWave(0).get("statusMessage");

    store().endings().fail(recorded.active().fail(NOON.plusSeconds(9)).get());

    assertThat(recorded.storedWave(0).get("statusMessage")).isEqualTo(message);
    assertThat(recorded.storedWave(0).get("endTime")).isEqualTo(NOON.getEpochSecond());
  }

  @Test
  void a_failure_does_not_overwrite_a_wave_that_a_poll_completed_in_between() {
    var recorded = execution(2).launch();
    var stale = died(recorded.active());
    recorded.observe(SampleWaves::success);

    assertThat(store().endings().fail(stale)).isEqualTo(CONFLICT);

    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(recorded.read().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.PENDING);
  }

  @Test
  void a_failure_does_not_lose_a_job_that_was_recorded_in_between() {
    var recorded = execution(2).claim();
    var stale = died(recorded.active());
    store().claims().recordLaunch(recorded.launchOf(recorded.claimed()));

    assertThat(store().endings().fail(stale)).isEqualTo(WRITTEN);

    assertThat(recorded.storedWave(0).get("jobId")).isEqualTo("drsjob-0");
    assertThat(recorded.storedWave(0).get("status")).isEqualTo("FAILED");
  }

  @Test
  void a_failure_clears_the_token_and_the_gate() {
    var recorded = executionWithGate(2, 0).pause().requestResume();

    store().endings().fail(died(recorded.active()));

    assertThat(recorded.document())
        .doesNotContainKeys("taskToken", "pausedBeforeWave", "resumeRequest", "pauseRequest");
  }

  @Test
  void a_failure_is_refused_once_a_cancel_is_under_way() {
    var recorded = execution(2).launch().requestCancel();

    assertThat(store().endings().fail(died(believedPolling(recorded.active()))))
        .isEqualTo(CONFLICT);
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.CANCELLING);
  }

  @Test
  void of_two_failures_one_is_written() {
    var recorded = execution(2);
    var failed = died(recorded.active());

    assertThat(store().endings().fail(failed)).isEqualTo(WRITTEN);
    assertThat(store().endings().fail(failed)).isEqualTo(CONFLICT);
  }

  @Test
  void reads_back_a_cancel_while_a_wave_is_under_way() {
    var recorded = execution(3).completeWave().launch();
    var cancel = cancel(recorded.active());

    assertThat(store().endings().requestCancel(cancel)).isEqualTo(WRITTEN);

    assertThat(recorded.read()).isEqualTo(cancel.next());
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.CANCELLING);
  }

  @Test
  void a_cancel_ends_an_execution_of_which_no_wave_is_under_way() {
    var recorded = execution(2).completeWave().requestPause();

    assertThat(store().endings().requestCancel(cancel(recorded.active()))).isEqualTo(WRITTEN);

    assertThat(recorded.read().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.CANCELLED);
    assertThat(recorded.document())
        .containsEntry("status", "CANCELLED")
        .containsEntry("endTime", NOON.getEpochSecond())
        .containsKey("cancelRequest")
        .doesNotContainKey("pauseRequest");
    assertThat(recorded.storedWave(1).get("endTime")).isEqualTo(NOON.getEpochSecond());
  }

  @Test
  void a_cancel_at_a_gate_clears_the_token() {
    var recorded = executionWithGate(2, 0).pause().requestResume().requestCancel();

    assertThat(recorded.document())
        .containsEntry("status", "CANCELLED")
        .doesNotContainKeys("taskToken", "pausedBeforeWave", "resumeRequest");
  }

  @Test
  void a_cancel_does_not_undo_a_wave_that_a_poll_ended_in_between() {
    var recorded = execution(2).launch();
    var stale = cancel(recorded.active());
    recorded.observe(SampleWaves::success);

    assertThat(store().endings().requestCancel(stale)).isEqualTo(WRITTEN);

    assertThat(recorded.cancelling().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.CANCELLED);
  }

  @Test
  void of_a_cancel_and_a_claim_one_is_written() {
    var recorded = execution(2);
    var stale = cancel(recorded.active());
    recorded.claim();

    assertThat(store().endings().requestCancel(stale)).isEqualTo(CONFLICT);
    assertThat(recorded.claimed().attempt()).isNotEmpty();
  }

  @Test
  void of_a_cancel_and_a_finalization_one_is_written() {
    var cancelled = execution(1).completeWave();
    var completion = cancelled.polling().finalizeBy(WORKFLOW, NOON).get();
    cancelled.requestCancel();
    assertThat(store().completions().complete(completion)).isEqualTo(CONFLICT);
    assertThat(cancelled.read().status()).isEqualTo(ExecutionStatus.CANCELLED);

    var completed = execution(1).completeWave();
    var cancel = cancel(completed.active());
    completed.complete();
    assertThat(store().endings().requestCancel(cancel)).isEqualTo(CONFLICT);
    assertThat(completed.read().status()).isEqualTo(ExecutionStatus.COMPLETED);
  }

  @Test
  void a_cancel_is_written_once() {
    var recorded = execution(2).launch();
    var cancel = cancel(recorded.active());

    assertThat(store().endings().requestCancel(cancel)).isEqualTo(WRITTEN);
    assertThat(store().endings().requestCancel(cancel)).isEqualTo(CONFLICT);
  }

  @Test
  void a_second_cancel_does_not_replace_the_first_whatever_the_caller_believes() {
    var recorded = execution(2).launch().requestCancel();
    var second = believedPolling(recorded.active()).requestCancel(requestBy("eve")).get();

    assertThat(store().endings().requestCancel(second)).isEqualTo(CONFLICT);
    assertThat(recorded.cancelling().request()).isEqualTo(requestBy("carol"));
  }

  @Test
  void a_cancellation_ends_after_its_wave() {
    var recorded = execution(2).launch().requestCancel().observe(SampleWaves::success);
    var finished = recorded.cancelling().finishCancel(NOON.plusSeconds(9)).get();

    assertThat(store().endings().finishCancel(finished)).isEqualTo(WRITTEN);

    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(recorded.document())
        .containsEntry("endTime", NOON.plusSeconds(9).getEpochSecond())
        .containsEntry("completedWaves", 1L);
  }

  @Test
  void only_a_cancellation_is_ended_as_one() {
    var recorded = execution(1).completeWave();
    var unaware = new CancellingExecution(recorded.active().facts(), requestBy("carol"));

    assertThat(store().endings().finishCancel(unaware.finishCancel(NOON).get()))
        .isEqualTo(CONFLICT);
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.POLLING);
  }

  @Test
  void of_two_ends_of_a_cancellation_one_is_written() {
    var recorded = execution(2).launch().requestCancel().observe(SampleWaves::success);
    var finished = recorded.cancelling().finishCancel(NOON).get();

    assertThat(store().endings().finishCancel(finished)).isEqualTo(WRITTEN);
    assertThat(store().endings().finishCancel(finished)).isEqualTo(CONFLICT);
  }
}
