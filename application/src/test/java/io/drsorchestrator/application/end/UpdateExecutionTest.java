package io.drsorchestrator.application.end;

import static io.drsorchestrator.domain.execution.Executions.STRANGER_ARN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_DIED;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.LaunchUnderWayException;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.FailureCause;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionFailed;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.wave.WaveStatus;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class UpdateExecutionTest {

  private final Workbench bench = new Workbench();

  private ExecutionId launched(int waves) {
    var id = bench.started(waves);
    bench.startWave(id, 0);
    return id;
  }

  private ExecutionId failedWave() {
    var id = launched(2);
    bench.drs().fail(bench.jobs(id, 0).single().id());
    bench.poll(id);
    return id;
  }

  private Decision workflowEnded(ExecutionId id) {
    var arn = bench.workflowOf(id).workflow();
    return bench.useCases().update().workflowEnded(id, arn, WORKFLOW_DIED);
  }

  private void unchangedBy(Supplier<Decision> update) {
    var before = bench.store().snapshot();
    assertThat(update.get()).isNotNull();
    assertThat(bench.store().snapshot()).isEqualTo(before);
  }

  @Test
  void a_failed_wave_fails_the_execution() {
    var id = failedWave();

    var decision = bench.useCases().update().update(id);

    assertThat(decision.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(decision.next().kind()).isEqualTo(NextStep.Kind.DONE);
    assertThat(bench.read(id).waveStatuses())
        .containsExactly(WaveStatus.FAILED, WaveStatus.CANCELLED);
    assertThat(bench.journal().events(ExecutionFailed.class).single().cause().code())
        .isEqualTo(FailureCause.WAVE_LAUNCH_FAILED);
  }

  @Test
  void a_cancellation_is_finished_after_its_wave() {
    var id = launched(2);
    bench.useCases().cancel().cancel(id, requestBy("carol"));
    bench.drs().succeed(bench.jobs(id, 0).single().id());
    bench.poll(id);

    assertThat(bench.useCases().update().update(id).status()).isEqualTo(ExecutionStatus.CANCELLED);
  }

  /** Whatever the result of the wave: once CANCELLING, nothing but CANCELLED. */
  @Test
  void a_cancellation_is_finished_after_a_wave_that_failed() {
    var id = launched(2);
    bench.useCases().cancel().cancel(id, requestBy("carol"));
    bench.drs().fail(bench.jobs(id, 0).single().id());
    bench.poll(id);

    assertThat(bench.useCases().update().update(id).status()).isEqualTo(ExecutionStatus.CANCELLED);
  }

  @Test
  void what_can_go_on_is_left_alone() {
    var id = launched(2);

    unchangedBy(() -> bench.useCases().update().update(id));
  }

  @Test
  void repeating_it_changes_nothing() {
    var id = failedWave();
    bench.useCases().update().update(id);

    unchangedBy(() -> bench.useCases().update().update(id));
    assertThat(bench.journal().events(ExecutionFailed.class)).hasSize(1);
  }

  @Test
  void a_workflow_that_cannot_go_on_gives_up() {
    var id = launched(2);

    var decision = bench.useCases().update().giveUp(id, WORKFLOW_DIED);

    assertThat(decision.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(bench.read(id).waveStatuses())
        .containsExactly(WaveStatus.FAILED, WaveStatus.CANCELLED);
    assertThat(bench.journal().events(ExecutionFailed.class).single().cause())
        .isEqualTo(WORKFLOW_DIED);
  }

  /** A finalization that does not get through is tried again and never becomes FAILED. */
  @Test
  void a_workflow_does_not_give_up_when_every_wave_is_completed() {
    var id = bench.started(1);
    bench.completeWave(id, 0);

    unchangedBy(() -> bench.useCases().update().giveUp(id, WORKFLOW_DIED));
    assertThat(bench.read(id).nextStep(bench.clock().instant()).kind())
        .isEqualTo(NextStep.Kind.FINALIZE);
  }

  @Test
  void giving_up_during_a_cancellation_waits_for_its_wave() {
    var id = launched(2);
    bench.useCases().cancel().cancel(id, requestBy("carol"));

    var decision = bench.useCases().update().giveUp(id, WORKFLOW_DIED);

    assertThat(decision.status()).isEqualTo(ExecutionStatus.CANCELLING);
    assertThat(decision.next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);
  }

  @Test
  void a_dead_workflow_fails_its_execution() {
    var id = launched(2);

    assertThat(workflowEnded(id).status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(bench.read(id).waveStatuses())
        .containsExactly(WaveStatus.FAILED, WaveStatus.CANCELLED);
  }

  @Test
  void a_dead_workflow_fails_its_execution_although_every_wave_is_completed() {
    var id = bench.started(1);
    bench.completeWave(id, 0);

    assertThat(workflowEnded(id).status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(bench.read(id).waveStatuses()).containsExactly(WaveStatus.COMPLETED);
  }

  @Test
  void the_end_of_another_workflow_changes_nothing() {
    var id = launched(2);

    unchangedBy(() -> bench.useCases().update().workflowEnded(id, STRANGER_ARN, WORKFLOW_DIED));
  }

  @Test
  void a_workflow_that_died_while_cancelling_is_waited_for_by_its_wave() {
    var id = launched(2);
    bench.useCases().cancel().cancel(id, requestBy("carol"));

    unchangedBy(() -> workflowEnded(id));
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.CANCELLING);
  }

  @Test
  void a_workflow_that_died_after_the_last_wave_of_a_cancellation_ends_it_as_cancelled() {
    var id = launched(2);
    bench.useCases().cancel().cancel(id, requestBy("carol"));
    bench.drs().succeed(bench.jobs(id, 0).single().id());
    bench.poll(id);

    assertThat(workflowEnded(id).status()).isEqualTo(ExecutionStatus.CANCELLED);
  }

  /** I2: the status change event of a workflow arrives after the outcome, and late. */
  @Test
  void an_execution_that_has_ended_stays_as_it_is() {
    var id = bench.started(1);
    bench.completeWave(id, 0);
    bench.useCases().finalization().finalizeBy(bench.workflowOf(id), id);

    unchangedBy(() -> workflowEnded(id));
    unchangedBy(() -> bench.useCases().update().giveUp(id, WORKFLOW_DIED));
    unchangedBy(() -> bench.useCases().update().update(id));
  }

  /** A poll completes the wave between the read and the write of the failure. */
  @Test
  void a_wave_that_completes_meanwhile_is_not_overwritten() {
    Workbench[] self = new Workbench[1];
    self[0] =
        new Workbench(
            (call, effect) -> {
              if (call.equals("Endings.fail")) {
                var id = self[0].journal().entries().head().key().executionId();
                self[0].jobs(id, 0).forEach(job -> self[0].drs().succeed(job.id()));
                self[0].poll(id);
              }
              return effect.get();
            });
    var id = self[0].started(2);
    self[0].startWave(id, 0);

    self[0].useCases().update().giveUp(id, WORKFLOW_DIED);

    assertThat(self[0].read(id).status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(self[0].read(id).waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.CANCELLED);
  }

  /** Its StartRecovery had its effect, and nobody heard of that. */
  private ExecutionId launchedUnheard() {
    bench.drs().loseAnswerOf("start");
    var id = bench.started(2);
    assertThatThrownBy(() -> bench.startWave(id, 0)).isInstanceOf(AwsUnavailableException.class);
    return id;
  }

  @Test
  void nothing_fails_while_somebody_may_still_launch_a_wave() {
    var id = launchedUnheard();
    bench.clock().pass(Workbench.INVOCATION.minusSeconds(1));

    unchangedBy(() -> workflowEnded(id));
    assertThatThrownBy(() -> bench.useCases().update().giveUp(id, WORKFLOW_DIED))
        .isInstanceOf(LaunchUnderWayException.class)
        .hasMessageContaining("1 s left");
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.POLLING);
  }

  /** Of a wave that has ended nobody looks for a job: its instances would be nobody's. */
  @Test
  void the_job_of_a_launch_that_nobody_recorded_is_on_record_when_the_execution_fails() {
    var id = launchedUnheard();
    bench.clock().pass(Workbench.INVOCATION);

    assertThat(workflowEnded(id).status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(bench.storedWave(id, 0, "jobId"))
        .containsExactly(bench.jobs(id, 0).single().id().value());
    assertThat(bench.storedWave(id, 0, "status")).containsExactly("FAILED");
  }

  @Test
  void a_drs_that_does_not_answer_is_asked_again_before_the_execution_fails() {
    var id = launchedUnheard();
    bench.clock().pass(Workbench.INVOCATION);
    bench.drs().fail("findLaunched");

    assertThatThrownBy(() -> workflowEnded(id)).isInstanceOf(AwsUnavailableException.class);
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.POLLING);
  }

  @Test
  void where_drs_refuses_to_tell_the_cause_says_what_is_not_known() {
    var refused = new AwsRefusedException("no permission", new SecurityException());
    var self =
        new Workbench(
            (call, effect) -> {
              if (call.equals("RecoveryJobs.findLaunched")) {
                throw refused;
              }
              return effect.get();
            });
    self.drs().fail("start");
    var id = self.started(2);
    assertThatThrownBy(() -> self.startWave(id, 0)).isInstanceOf(AwsUnavailableException.class);
    self.clock().pass(Workbench.INVOCATION);

    assertThat(self.useCases().update().giveUp(id, WORKFLOW_DIED).status())
        .isEqualTo(ExecutionStatus.FAILED);
    assertThat(self.journal().events(ExecutionFailed.class).single().cause().message())
        .isEqualTo(
            WORKFLOW_DIED.message()
                + ". It is not known whether wave 1 was launched: no permission");
  }
}
