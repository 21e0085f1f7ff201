package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.REVISION;
import static io.drsorchestrator.domain.execution.Executions.STRANGER;
import static io.drsorchestrator.domain.execution.Executions.STRANGER_ARN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_ARN;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.domain.execution.LifecycleViolation.NotTheWorkflow;
import io.drsorchestrator.domain.execution.LifecycleViolation.WavesOutstanding;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FinalizingTest {

  private static final Executions THREE = execution().withWaves(3);

  @Test
  void completes_when_every_wave_of_the_plan_is_completed() {
    var completed = THREE.withCompletedWaves(3).polling().finalizeBy(WORKFLOW, NOON).get();

    assertThat(completed.next().status()).isEqualTo(ExecutionStatus.COMPLETED);
    assertThat(completed.next().completedTime()).isEqualTo(NOON);
    assertThat(completed.next().completedWaves()).isEqualTo(3);
    assertThat(completed.next().facts().revision()).isEqualTo(REVISION.next());
    assertThat(completed.next().nextStep(NOON)).isEqualTo(NextStep.of(NextStep.Kind.DONE));
    assertThat(completed.events())
        .containsExactly(
            new LifecycleEvent.ExecutionCompleted(
                Vector.of(WaveStatus.COMPLETED, WaveStatus.COMPLETED, WaveStatus.COMPLETED)));
  }

  /** Most plans of the existing system have one (TC-3.1). */
  @Test
  void completes_a_plan_of_a_single_wave() {
    var single = execution().withWaves(1).withCompletedWaves(1).polling();

    assertThat(single.finalizeBy(WORKFLOW, NOON).get().next().status())
        .isEqualTo(ExecutionStatus.COMPLETED);
  }

  @ParameterizedTest
  @MethodSource("outstanding")
  void refuses_while_waves_are_outstanding(Executions outstanding, int completed) {
    assertThat(outstanding.polling().finalizeBy(WORKFLOW, NOON))
        .isEqualTo(Either.left(new WavesOutstanding(completed, 3)));
  }

  @ParameterizedTest
  @MethodSource("outstanding")
  void nothing_with_outstanding_waves_can_be_made_into_a_completed_execution(
      Executions outstanding, int completed) {
    var facts = outstanding.facts();

    assertThatThrownBy(() -> new CompletedExecution(facts, NOON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("only %d of 3 waves are COMPLETED", completed);
  }

  static Object[][] outstanding() {
    return new Object[][] {
      {THREE, 0},
      {THREE.withClaimedWave(), 0},
      {THREE.withRunningWave(), 0},
      {THREE.withFailedWave(), 0},
      {THREE.withCompletedWaves(1), 1},
      {THREE.withCompletedWaves(2), 2},
      {THREE.withCompletedWaves(2).withClaimedWave(), 2},
      {THREE.withCompletedWaves(2).withRunningWave(), 2},
      {THREE.withCompletedWaves(2).withFailedWave(), 2},
    };
  }

  @Test
  void an_execution_without_waves_is_never_complete() {
    var empty = execution().withPlan(Vector.empty());

    assertThat(empty.polling().finalizeBy(WORKFLOW, NOON))
        .isEqualTo(Either.left(new WavesOutstanding(0, 0)));
    assertThatThrownBy(() -> new CompletedExecution(empty.facts(), NOON))
        .hasMessage("only 0 of 0 waves are COMPLETED");
  }

  @Test
  void refuses_a_caller_that_is_not_the_workflow() {
    assertThat(THREE.withCompletedWaves(3).polling().finalizeBy(STRANGER, NOON))
        .isEqualTo(Either.left(new NotTheWorkflow(STRANGER_ARN, Option.some(WORKFLOW_ARN))));
  }

  @Test
  void refuses_every_caller_while_no_workflow_is_on_record() {
    assertThat(THREE.withCompletedWaves(3).withoutWorkflow().polling().finalizeBy(WORKFLOW, NOON))
        .isEqualTo(Either.left(new NotTheWorkflow(WORKFLOW_ARN, Option.none())));
  }
}
