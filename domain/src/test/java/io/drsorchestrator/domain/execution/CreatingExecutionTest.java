package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.KEY;
import static io.drsorchestrator.domain.execution.Executions.STRANGER;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.details;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.LifecycleViolation.NotTheWorkflow;
import io.drsorchestrator.domain.wave.PendingWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class CreatingExecutionTest {

  private static final Vector<WavePlan> PLAN = Vector.range(0, 3).map(SampleWaves::plan);

  @Test
  void holds_every_wave_of_the_plan_from_the_start() {
    var created = PendingExecution.create(details(), PLAN);

    assertThat(created.next().status()).isEqualTo(ExecutionStatus.PENDING);
    assertThat(created.next().waves().all()).containsExactlyElementsOf(PLAN.map(PendingWave::new));
    assertThat(created.next().waveStatuses())
        .containsExactly(WaveStatus.PENDING, WaveStatus.PENDING, WaveStatus.PENDING);
    assertThat(created.next().totalWaves()).isEqualTo(3);
    assertThat(created.next().completedWaves()).isZero();
    assertThat(created.events()).containsExactly(new LifecycleEvent.ExecutionCreated(3));
  }

  @Test
  void starts_without_requests_at_the_first_revision() {
    var created = PendingExecution.create(details(), PLAN).next();

    assertThat(created.key()).isEqualTo(KEY);
    assertThat(created.known().map(ExecutionFacts::details)).containsExactly(details());
    assertThat(created.pauseRequest()).isEqualTo(Option.none());
    assertThat(created.facts().revision()).isEqualTo(Revision.INITIAL);
  }

  @Test
  void runs_the_first_wave_next() {
    var created = PendingExecution.create(details(), PLAN).next();

    assertThat(created.nextStep(NOON))
        .isEqualTo(NextStep.of(NextStep.Kind.RUN_WAVE, WaveNumber.FIRST));
  }

  @Test
  void pauses_first_where_the_first_wave_has_a_gate() {
    var created = PendingExecution.create(details(), PLAN.update(0, SampleWaves::gated)).next();

    assertThat(created.nextStep(NOON))
        .isEqualTo(NextStep.of(NextStep.Kind.PAUSE, WaveNumber.FIRST));
  }

  @Test
  void obeys_no_workflow_before_one_is_on_record() {
    var created = PendingExecution.create(details(), PLAN.update(0, SampleWaves::gated)).next();

    assertThat(created.pause(STRANGER, TOKEN, NOON))
        .isEqualTo(Either.left(new NotTheWorkflow(STRANGER.workflow(), Option.none())));
  }
}
