package io.drsorchestrator.application.finalization;

import static io.drsorchestrator.domain.execution.Executions.STRANGER;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.Answer;
import io.drsorchestrator.application.StoreConflictException;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionCompleted;
import io.drsorchestrator.domain.execution.LifecycleViolation.AlreadyEnded;
import io.drsorchestrator.domain.execution.LifecycleViolation.NotAllowed;
import io.drsorchestrator.domain.execution.LifecycleViolation.NotTheWorkflow;
import io.drsorchestrator.domain.execution.LifecycleViolation.WavesOutstanding;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FinalizeExecutionTest {

  private final Workbench bench = new Workbench();

  private Answer finalizeBy(ExecutionId id) {
    return bench.useCases().finalization().finalizeBy(bench.workflowOf(id), id);
  }

  private ExecutionId finished() {
    var id = bench.started(2);
    bench.completeWave(id, 0);
    bench.completeWave(id, 1);
    return id;
  }

  @Test
  void completes_an_execution_whose_every_wave_is_completed() {
    var id = finished();

    var answer = finalizeBy(id);

    assertThat(answer.refusal()).isEmpty();
    assertThat(answer.decision().status()).isEqualTo(ExecutionStatus.COMPLETED);
    assertThat(answer.decision().next().kind()).isEqualTo(NextStep.Kind.DONE);
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.COMPLETED);
    assertThat(bench.journal().events(ExecutionCompleted.class))
        .containsExactly(
            new ExecutionCompleted(Vector.of(WaveStatus.COMPLETED, WaveStatus.COMPLETED)));
  }

  @Test
  void completes_once_however_often_it_is_called() {
    var id = finished();
    finalizeBy(id);
    var before = bench.store().snapshot();

    var again = finalizeBy(id);

    assertThat(again.decision().status()).isEqualTo(ExecutionStatus.COMPLETED);
    assertThat(again.refusal()).containsExactly(new AlreadyEnded(ExecutionStatus.COMPLETED));
    assertThat(bench.store().snapshot()).isEqualTo(before);
    assertThat(bench.journal().events(ExecutionCompleted.class)).hasSize(1);
  }

  @Test
  void refuses_another_workflow() {
    var id = finished();

    assertThat(bench.useCases().finalization().finalizeBy(STRANGER, id).refusal().get())
        .isInstanceOf(NotTheWorkflow.class);
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.POLLING);
  }

  /** D1: one wave of two is all that has started, and it is not all. */
  @Test
  void refuses_while_waves_are_outstanding() {
    var id = bench.started(2);
    bench.completeWave(id, 0);

    assertThat(finalizeBy(id).refusal()).containsExactly(new WavesOutstanding(1, 2));
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.POLLING);
  }

  @Test
  void refuses_while_a_wave_runs() {
    var id = bench.started(1);
    bench.startWave(id, 0);

    assertThat(finalizeBy(id).refusal()).containsExactly(new WavesOutstanding(0, 1));
  }

  @Test
  void refuses_a_paused_execution() {
    var id = bench.started(Vector.of(SampleWaves.gated(SampleWaves.plan(0))));
    bench.useCases().pause().pause(bench.workflowOf(id), id, TOKEN);

    assertThat(finalizeBy(id).refusal())
        .containsExactly(new NotAllowed("finalize", ExecutionStatus.PAUSED));
  }

  @Test
  void refuses_an_execution_that_is_being_cancelled() {
    var id = bench.started(1);
    bench.startWave(id, 0);
    bench.useCases().cancel().cancel(id, requestBy("carol"));
    bench.drs().succeed(bench.jobs(id, 0).single().id());
    bench.poll(id);

    assertThat(finalizeBy(id).refusal())
        .containsExactly(new NotAllowed("finalize", ExecutionStatus.CANCELLING));
  }

  /** The cancel arrives between the read and the write, and wins. */
  @Test
  void loses_against_a_cancel() {
    Workbench[] self = new Workbench[1];
    self[0] =
        new Workbench(
            (call, effect) -> {
              if (call.equals("Completions.complete")) {
                var id = self[0].journal().entries().head().key().executionId();
                self[0].useCases().cancel().cancel(id, requestBy("carol"));
              }
              return effect.get();
            });
    var id = self[0].started(1);
    self[0].completeWave(id, 0);

    var answer = self[0].useCases().finalization().finalizeBy(self[0].workflowOf(id), id);

    assertThat(answer.decision().status()).isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(self[0].journal().events(ExecutionCompleted.class)).isEmpty();
  }

  /** Trying again may help, so it is a fault, and never an outcome. */
  @Test
  void gives_up_after_a_few_conflicts_without_an_outcome() {
    var attempts = new AtomicInteger();
    var contested =
        new Workbench(
            (call, effect) -> {
              if (call.equals("Completions.complete")) {
                attempts.incrementAndGet();
                return WriteOutcome.CONFLICT;
              }
              return effect.get();
            });
    var id = contested.started(1);
    contested.completeWave(id, 0);

    assertThatThrownBy(
            () -> contested.useCases().finalization().finalizeBy(contested.workflowOf(id), id))
        .isInstanceOf(StoreConflictException.class);
    assertThat(attempts).hasValue(8);
    assertThat(contested.read(id).status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(contested.journal().events(ExecutionCompleted.class)).isEmpty();
  }
}
