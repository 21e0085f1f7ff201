package io.drsorchestrator.application.end;

import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_DIED;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.Answer;
import io.drsorchestrator.application.ExecutionNotFoundException;
import io.drsorchestrator.application.memory.RecordedWorkflows;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.LifecycleEvent.CancelRequested;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionCancelled;
import io.drsorchestrator.domain.execution.LifecycleViolation.AlreadyEnded;
import io.drsorchestrator.domain.execution.LifecycleViolation.AlreadyRequested;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class CancelExecutionTest {

  private final Workbench bench = new Workbench();

  private Answer cancel(ExecutionId id) {
    return bench.useCases().cancel().cancel(id, requestBy("carol"));
  }

  private void isCancelledAndStopped(ExecutionId id, Answer answer) {
    assertThat(answer.refusal()).isEmpty();
    assertThat(answer.decision().status()).isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(bench.workflows().stops().map(RecordedWorkflows.Stop::workflow))
        .containsExactly(bench.workflowOf(id).workflow());
    assertThat(bench.journal().events(ExecutionCancelled.class)).hasSize(1);
  }

  private void isBeingCancelled(ExecutionId id, Answer answer) {
    assertThat(answer.refusal()).isEmpty();
    assertThat(answer.decision().status()).isEqualTo(ExecutionStatus.CANCELLING);
    assertThat(answer.decision().next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.CANCELLING);
    assertThat(bench.workflows().stops()).isEmpty();
    assertThat(bench.journal().events(CancelRequested.class)).hasSize(1);
  }

  @Test
  void before_the_first_wave() {
    var id = bench.started(1);

    isCancelledAndStopped(id, cancel(id));
  }

  @Test
  void before_there_is_a_workflow() {
    bench.workflows().fail();
    var id = bench.started(1);
    bench.workflows().recover();

    assertThat(cancel(id).decision().status()).isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(bench.workflows().stops()).isEmpty();
  }

  @Test
  void between_waves() {
    var id = bench.started(2);
    bench.completeWave(id, 0);

    isCancelledAndStopped(id, cancel(id));
  }

  @Test
  void at_a_gate() {
    var id = bench.started(Vector.of(SampleWaves.gated(SampleWaves.plan(0))));
    bench.useCases().pause().pause(bench.workflowOf(id), id, TOKEN);

    isCancelledAndStopped(id, cancel(id));
  }

  @Test
  void while_a_wave_is_claimed() {
    bench.drs().limit(0);
    var id = bench.started(1);
    bench.startWave(id, 0);

    isBeingCancelled(id, cancel(id));
  }

  @Test
  void while_a_wave_runs() {
    var id = bench.started(2);
    bench.startWave(id, 0);

    isBeingCancelled(id, cancel(id));
  }

  @Test
  void after_the_last_wave_and_before_the_finalization() {
    var id = bench.started(1);
    bench.completeWave(id, 0);

    isCancelledAndStopped(id, cancel(id));
  }

  @Test
  void a_second_time_while_the_first_is_under_way() {
    var id = bench.started(2);
    bench.startWave(id, 0);
    cancel(id);

    var again = bench.useCases().cancel().cancel(id, requestBy("eve"));

    assertThat(again.refusal()).containsExactly(new AlreadyRequested(requestBy("carol")));
    assertThat(bench.workflows().stops()).isEmpty();
  }

  @Test
  void after_completion_it_is_refused() {
    var id = bench.started(1);
    bench.completeWave(id, 0);
    bench.useCases().finalization().finalizeBy(bench.workflowOf(id), id);

    isRefused(id, ExecutionStatus.COMPLETED);
  }

  @Test
  void after_failure_it_is_refused() {
    var id = bench.started(1);
    bench.useCases().update().giveUp(id, WORKFLOW_DIED);

    isRefused(id, ExecutionStatus.FAILED);
  }

  private void isRefused(ExecutionId id, ExecutionStatus status) {
    var before = bench.store().snapshot();

    assertThat(cancel(id).refusal()).containsExactly(new AlreadyEnded(status));
    assertThat(bench.store().snapshot()).isEqualTo(before);
    assertThat(bench.workflows().stops()).isEmpty();
  }

  @Test
  void an_unknown_execution_is_not_found() {
    assertThatThrownBy(() -> cancel(new ExecutionId("gone")))
        .isInstanceOf(ExecutionNotFoundException.class);
  }

  /** It is written first: a workflow that cannot be stopped meets the record and ends itself. */
  @Test
  void a_stop_that_is_lost_loses_no_cancel() {
    var id = bench.started(1);
    bench.workflows().fail();

    assertThatThrownBy(() -> cancel(id)).isInstanceOf(AwsUnavailableException.class);

    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(bench.startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.DONE);
  }

  /** A wave is launched between the operator's read and write. */
  @Test
  void a_cancel_that_a_launch_overtakes_waits_for_that_wave() {
    Workbench[] self = new Workbench[1];
    self[0] =
        new Workbench(
            (call, effect) -> {
              var entries = self[0].journal().entries();
              if (call.equals("Endings.requestCancel") && entries.size() == 1) {
                self[0].startWave(entries.head().key().executionId(), 0);
              }
              return effect.get();
            });
    var id = self[0].started(1);

    var answer = self[0].useCases().cancel().cancel(id, requestBy("carol"));

    assertThat(answer.decision().status()).isEqualTo(ExecutionStatus.CANCELLING);
    assertThat(self[0].workflows().stops()).isEmpty();
    assertThat(self[0].jobs(id, 0)).hasSize(1);
  }
}
