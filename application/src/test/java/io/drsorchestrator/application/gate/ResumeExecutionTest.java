package io.drsorchestrator.application.gate;

import static io.drsorchestrator.domain.execution.Executions.STRANGER;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.Answer;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionResumed;
import io.drsorchestrator.domain.execution.LifecycleEvent.ResumeRequested;
import io.drsorchestrator.domain.execution.LifecycleViolation.AlreadyRequested;
import io.drsorchestrator.domain.execution.LifecycleViolation.NoResumeIntent;
import io.drsorchestrator.domain.execution.LifecycleViolation.NotAllowed;
import io.drsorchestrator.domain.execution.LifecycleViolation.NotTheWorkflow;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResumeExecutionTest {

  private final Workbench bench = new Workbench();

  private ExecutionId paused() {
    var id = bench.started(Vector.of(SampleWaves.gated(SampleWaves.plan(0)), SampleWaves.plan(1)));
    bench.useCases().pause().pause(bench.workflowOf(id), id, TOKEN);
    return id;
  }

  private Answer request(ExecutionId id, String operator) {
    return bench.useCases().resume().request(id, requestBy(operator));
  }

  private Answer resume(ExecutionId id) {
    return bench.useCases().resume().resume(bench.workflowOf(id), id);
  }

  /** The record decides: the workflow resumes, the operator only lets it. */
  @Test
  void an_operators_resume_is_stored_and_rings() {
    var id = paused();

    var answer = request(id, "dora");

    assertThat(answer.refusal()).isEmpty();
    assertThat(answer.decision().status()).isEqualTo(ExecutionStatus.PAUSED);
    assertThat(((PausedExecution) bench.read(id)).resumeIntent())
        .containsExactly(requestBy("dora"));
    assertThat(bench.workflows().rings()).containsExactly(TOKEN);
  }

  @Test
  void a_repeated_request_is_answered_with_the_first_and_rings_again() {
    var id = paused();
    request(id, "dora");

    var again = request(id, "eve");

    assertThat(again.refusal()).containsExactly(new AlreadyRequested(requestBy("dora")));
    assertThat(bench.workflows().rings()).containsExactly(TOKEN, TOKEN);
    assertThat(bench.journal().events(ResumeRequested.class)).hasSize(1);
  }

  @Test
  void a_ring_that_is_lost_loses_no_intent() {
    var id = paused();
    bench.workflows().fail();

    assertThatThrownBy(() -> request(id, "dora")).isInstanceOf(AwsUnavailableException.class);

    assertThat(((PausedExecution) bench.read(id)).resumeIntent()).isNotEmpty();
    bench.workflows().recover();
    request(id, "dora");
    assertThat(bench.workflows().rings()).containsExactly(TOKEN);
  }

  @Test
  void nothing_is_rung_without_a_pause() {
    var id = bench.started(2);

    var answer = request(id, "dora");

    assertThat(answer.refusal()).containsExactly(new NotAllowed("resume", ExecutionStatus.PENDING));
    assertThat(bench.workflows().rings()).isEmpty();
  }

  @Test
  void the_workflow_resumes_and_creates_the_wave_at_once() {
    var id = paused();
    request(id, "dora");

    var answer = resume(id);

    assertThat(answer.decision().status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(answer.decision().next())
        .isEqualTo(
            new NextStep(NextStep.Kind.START_WAVE, Option.some(WaveNumber.FIRST), Duration.ZERO));
    assertThat(bench.wave(id, 0)).isInstanceOf(ClaimedWave.class);
    assertThat(bench.journal().events(ExecutionResumed.class)).hasSize(1);
  }

  /** A late one of an earlier gate takes the token away before anybody has rung for this gate. */
  @Test
  void a_resume_that_nobody_has_rung_for_wakes_the_workflow_itself() {
    var id = paused();
    bench.workflows().fail();
    assertThatThrownBy(() -> request(id, "dora")).isInstanceOf(AwsUnavailableException.class);
    assertThatThrownBy(() -> resume(id)).isInstanceOf(AwsUnavailableException.class);
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.PAUSED);
    bench.workflows().recover();

    resume(id);

    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(bench.workflows().rings()).containsExactly(TOKEN);
  }

  @Test
  void the_workflow_does_not_resume_without_an_operators_intent() {
    var id = paused();

    assertThat(resume(id).refusal()).containsExactly(new NoResumeIntent(WaveNumber.FIRST));
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.PAUSED);
  }

  @Test
  void a_repeated_resume_is_answered_with_the_next_step() {
    var id = paused();
    request(id, "dora");
    resume(id);

    var again = resume(id);

    assertThat(again.refusal()).containsExactly(new NotAllowed("resume", ExecutionStatus.POLLING));
    assertThat(again.decision().next().kind()).isEqualTo(NextStep.Kind.START_WAVE);
    assertThat(bench.journal().events(ExecutionResumed.class)).hasSize(1);
  }

  @Test
  void another_workflow_cannot_resume() {
    var id = paused();
    request(id, "dora");

    assertThat(bench.useCases().resume().resume(STRANGER, id).refusal().get())
        .isInstanceOf(NotTheWorkflow.class);
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.PAUSED);
  }

  /** The operator's cancel arrives between the workflow's read and its write. */
  @Test
  void a_resume_that_loses_against_a_cancel_tells_the_workflow_to_end() {
    Workbench[] self = new Workbench[1];
    self[0] =
        new Workbench(
            (call, effect) -> {
              if (call.equals("Gates.resume")) {
                var id = self[0].journal().entries().head().key().executionId();
                self[0].useCases().cancel().cancel(id, requestBy("carol"));
              }
              return effect.get();
            });
    var id = self[0].started(Vector.of(SampleWaves.gated(SampleWaves.plan(0))));
    self[0].useCases().pause().pause(self[0].workflowOf(id), id, TOKEN);
    self[0].useCases().resume().request(id, requestBy("dora"));

    var answer = self[0].useCases().resume().resume(self[0].workflowOf(id), id);

    assertThat(answer.decision().status()).isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(answer.decision().next().kind()).isEqualTo(NextStep.Kind.DONE);
  }
}
