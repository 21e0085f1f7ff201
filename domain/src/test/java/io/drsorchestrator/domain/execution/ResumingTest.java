package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.REVISION;
import static io.drsorchestrator.domain.execution.Executions.STRANGER;
import static io.drsorchestrator.domain.execution.Executions.STRANGER_ARN;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_ARN;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static io.drsorchestrator.domain.wave.SampleWaves.gated;
import static io.drsorchestrator.domain.wave.SampleWaves.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.LifecycleViolation.AlreadyRequested;
import io.drsorchestrator.domain.execution.LifecycleViolation.NoResumeIntent;
import io.drsorchestrator.domain.execution.LifecycleViolation.NobodyWaits;
import io.drsorchestrator.domain.execution.LifecycleViolation.NotItsTurn;
import io.drsorchestrator.domain.execution.LifecycleViolation.NotTheWorkflow;
import io.drsorchestrator.domain.wave.PendingWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class ResumingTest {

  private static final Executions AT_GATE =
      execution().withWaves(3).withGateBefore(1).withCompletedWaves(1);

  @Test
  void an_operator_only_records_the_wish() {
    var asked = AT_GATE.paused().requestResume(requestBy("alice")).get();

    assertThat(asked.next().status()).isEqualTo(ExecutionStatus.PAUSED);
    assertThat(asked.next().resumeIntent()).isEqualTo(Option.some(requestBy("alice")));
    assertThat(asked.next().token()).isEqualTo(TOKEN);
    assertThat(asked.next().before()).isEqualTo(new WaveNumber(1));
    assertThat(asked.next().waves()).isEqualTo(AT_GATE.facts().waves());
    assertThat(asked.next().facts().revision()).isEqualTo(REVISION.next());
    assertThat(asked.events())
        .containsExactly(new LifecycleEvent.ResumeRequested(new WaveNumber(1), requestBy("alice")));
    assertThat(asked.next().nextStep(NOON))
        .isEqualTo(NextStep.of(NextStep.Kind.PAUSE, new WaveNumber(1)));
  }

  @Test
  void a_repeated_wish_names_the_first() {
    assertThat(AT_GATE.withRequest().paused().requestResume(requestBy("alice")))
        .isEqualTo(Either.left(new AlreadyRequested(requestBy("bob"))));
  }

  @Test
  void the_workflow_resumes_and_creates_the_wave_in_one_step() {
    var resumed = AT_GATE.withRequest().paused().resume(WORKFLOW, NOON).get();

    assertThat(resumed.next().status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(resumed.next().waves().all())
        .containsExactly(
            SampleWaves.completed(plan(0)),
            SampleWaves.resumed(gated(plan(1))),
            new PendingWave(plan(2)));
    assertThat(resumed.next().pauseRequest()).isEqualTo(Option.none());
    assertThat(resumed.next().facts().revision()).isEqualTo(REVISION.next());
    assertThat(resumed.events())
        .containsExactly(new LifecycleEvent.ExecutionResumed(new WaveNumber(1)));
    assertThat(resumed.next().nextStep(NOON))
        .isEqualTo(NextStep.of(NextStep.Kind.START_WAVE, new WaveNumber(1)));
  }

  @Test
  void the_workflow_cannot_resume_on_its_own() {
    assertThat(AT_GATE.paused().resume(WORKFLOW, NOON))
        .isEqualTo(Either.left(new NoResumeIntent(new WaveNumber(1))));
  }

  @Test
  void a_stranger_cannot_resume() {
    assertThat(AT_GATE.withRequest().paused().resume(STRANGER, NOON))
        .isEqualTo(Either.left(new NotTheWorkflow(STRANGER_ARN, Option.some(WORKFLOW_ARN))));
  }

  @Test
  void refuses_a_wave_that_has_started_by_other_means() {
    var odd =
        new PausedExecution(
            execution().withWaves(2).withRunningWave().facts(),
            WaveNumber.FIRST,
            TOKEN,
            Option.some(requestBy("bob")),
            GateWait.from(NOON));

    assertThat(odd.resume(WORKFLOW, NOON))
        .isEqualTo(Either.left(new NotItsTurn(WaveNumber.FIRST, Option.some(WaveNumber.FIRST))));
  }

  @Test
  void refuses_a_wave_that_the_plan_does_not_have() {
    var odd =
        new PausedExecution(
            execution().withCompletedWaves(1).facts(),
            new WaveNumber(1),
            TOKEN,
            Option.some(requestBy("bob")),
            GateWait.from(NOON));

    assertThat(odd.resume(WORKFLOW, NOON))
        .isEqualTo(Either.left(new NotItsTurn(new WaveNumber(1), Option.none())));
  }

  @Test
  void a_pause_leaves_the_completed_waves_alone() {
    assertThat(AT_GATE.paused().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.PENDING, WaveStatus.PENDING);
    assertThat(AT_GATE.paused().completedWaves()).isEqualTo(1);
  }

  /** An older system could store PAUSED alone: an intent would wait for ever (D19). */
  @Test
  void a_pause_for_which_no_workflow_waits_cannot_be_resumed() {
    var paused = AT_GATE.paused();
    var tokenless =
        new PausedExecution(
            paused.facts(),
            paused.before(),
            new CallbackToken(""),
            Option.none(),
            paused.waiting());

    assertThat(tokenless.requestResume(requestBy("alice")))
        .isEqualTo(Either.left(new NobodyWaits(paused.before())));
  }
}
