package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.KEY;
import static io.drsorchestrator.domain.execution.Executions.REVISION;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static io.drsorchestrator.domain.wave.SampleWaves.POLICY;
import static io.drsorchestrator.domain.wave.SampleWaves.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class ObservingTest {

  private static final RunningWave WAVE = SampleWaves.running(plan(1));
  private static final Executions SECOND_OF_THREE =
      execution().withWaves(3).withCompletedWaves(1).withRunningWave();

  @Test
  void a_look_at_a_wave_that_goes_on_tells_of_no_event() {
    var progress = look(SampleWaves.working(WAVE, LaunchStatus.IN_PROGRESS));

    assertThat(progress.key()).isEqualTo(KEY);
    assertThat(progress.before()).isEqualTo(WAVE);
    assertThat(progress.after().status()).isEqualTo(WaveStatus.POLLING);
    assertThat(progress.completedWaves()).isEqualTo(1);
    assertThat(progress.events()).isEmpty();
  }

  @Test
  void the_end_of_a_wave_counts_in_the_same_progress() {
    var progress = look(SampleWaves.success(WAVE));

    assertThat(progress.after().status()).isEqualTo(WaveStatus.COMPLETED);
    assertThat(progress.completedWaves()).isEqualTo(2);
    assertThat(progress.events())
        .containsExactly(new LifecycleEvent.WaveCompleted(new WaveNumber(1)));
  }

  @Test
  void a_failed_wave_does_not_count() {
    var progress = look(SampleWaves.disaster(WAVE));

    assertThat(progress.completedWaves()).isEqualTo(1);
    assertThat(progress.events())
        .containsExactly(
            new LifecycleEvent.WaveFailed(
                new WaveNumber(1),
                "2 of 2 servers did not launch: s-1-0 (FAILED), s-1-1 (FAILED)"));
  }

  @Test
  void tells_all_that_a_look_had_to_do_without() {
    var seen = SampleWaves.working(WAVE);
    var poor = new JobObservation(seen.job(), seen.servers(), Vector.of("no names", "no times"));

    assertThat(look(poor).warning()).containsExactly("no names; no times");
    assertThat(look(seen).warning()).isEmpty();
  }

  @Test
  void a_look_without_an_answer_tells_why_and_ends_nothing() {
    var progress = SECOND_OF_THREE.polling().unanswered(WAVE, "DRS is throttled", NOON, POLICY);

    assertThat(progress.key()).isEqualTo(KEY);
    assertThat(progress.before()).isEqualTo(WAVE);
    assertThat(progress.after().status()).isEqualTo(WaveStatus.POLLING);
    assertThat(progress.after().servers()).isEqualTo(WAVE.servers());
    assertThat(progress.completedWaves()).isEqualTo(1);
    assertThat(progress.warning()).containsExactly("DRS is throttled");
    assertThat(progress.events()).isEmpty();
  }

  @Test
  void nothing_but_the_wave_changes() {
    var execution = SECOND_OF_THREE.withRequest().polling();
    var progress = look(SampleWaves.success(WAVE));

    assertThat(execution.after(progress))
        .isEqualTo(
            new PollingExecution(
                new ExecutionFacts(
                    execution.facts().details(),
                    execution.facts().workflow(),
                    execution.waves().with(progress.after()),
                    REVISION),
                Option.some(requestBy("bob"))));
  }

  @Test
  void a_failed_wave_leaves_the_execution_polling_and_the_workflow_to_fail_it() {
    var polled = SECOND_OF_THREE.polling().after(look(SampleWaves.disaster(WAVE)));

    assertThat(polled.status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(polled.nextStep(NOON)).isEqualTo(NextStep.of(NextStep.Kind.FAIL, new WaveNumber(1)));
  }

  @Test
  void the_last_wave_leaves_the_execution_polling_and_the_workflow_to_finalize_it() {
    var wave = SampleWaves.running(plan(0));
    var execution = execution().withRunningWave().polling();

    var polled = execution.after(execution.observe(wave, SampleWaves.success(wave), NOON, POLICY));

    assertThat(polled.status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(polled.nextStep(NOON)).isEqualTo(NextStep.of(NextStep.Kind.FINALIZE));
  }

  @Test
  void a_cancelling_execution_stays_cancelling() {
    var cancelling = SECOND_OF_THREE.cancelling();

    var polled =
        cancelling.after(cancelling.observe(WAVE, SampleWaves.success(WAVE), NOON, POLICY));

    assertThat(polled.status()).isEqualTo(ExecutionStatus.CANCELLING);
    assertThat(polled.request()).isEqualTo(requestBy("carol"));
    assertThat(polled.facts().revision()).isEqualTo(REVISION);
    assertThat(polled.waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.COMPLETED, WaveStatus.CANCELLED);
  }

  @Test
  void a_late_writer_does_not_undo_the_end_of_a_wave() {
    var execution = SECOND_OF_THREE.polling();
    var late = execution.observe(WAVE, SampleWaves.working(WAVE), NOON, POLICY);

    var ended = execution.after(execution.observe(WAVE, SampleWaves.success(WAVE), NOON, POLICY));

    assertThat(ended.after(late)).isEqualTo(ended);
  }

  @Test
  void a_late_writer_does_not_erase_what_another_has_learnt() {
    var execution = SECOND_OF_THREE.cancelling();
    var late = execution.observe(WAVE, SampleWaves.working(WAVE), NOON, POLICY);
    var first =
        execution.observe(WAVE, SampleWaves.working(WAVE, LaunchStatus.LAUNCHED), NOON, POLICY);

    var known = execution.after(first);

    assertThat(known.after(late)).isEqualTo(known);
  }

  private static WaveProgress look(JobObservation seen) {
    return SECOND_OF_THREE.polling().observe(WAVE, seen, NOON, POLICY);
  }
}
