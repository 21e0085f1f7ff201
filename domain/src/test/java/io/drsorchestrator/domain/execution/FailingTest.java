package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.Moments.noonPlus;
import static io.drsorchestrator.domain.execution.Executions.REVISION;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_DIED;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static io.drsorchestrator.domain.wave.SampleWaves.LEASE;
import static io.drsorchestrator.domain.wave.SampleWaves.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.LifecycleViolation.NothingFailed;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailingTest {

  /** When nobody can launch any more what was claimed at noon. */
  private static final Instant LATER = noonPlus(LEASE);

  private static final Executions TWO = execution().withWaves(2);
  private static final FailureCause WAVE_FAILED =
      new FailureCause("WAVE_LAUNCH_FAILED", "Wave 1 (Wave 1) failed: out of capacity");

  @Test
  void ends_after_a_wave_failed_and_starts_nothing_more() {
    var failed = TWO.withFailedWave().polling().fail(LATER).get();

    assertThat(failed.next().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(failed.next().cause()).isEqualTo(WAVE_FAILED);
    assertThat(failed.next().endTime()).isEqualTo(LATER);
    assertThat(failed.next().waveStatuses())
        .containsExactly(WaveStatus.FAILED, WaveStatus.CANCELLED);
    assertThat(failed.next().facts().revision()).isEqualTo(REVISION.next());
    assertThat(failed.events()).containsExactly(new LifecycleEvent.ExecutionFailed(WAVE_FAILED));
  }

  @Test
  void says_unknown_where_an_old_item_has_no_reason() {
    var silent =
        TWO.withCurrent(
            wave ->
                new EndedWave(
                    wave,
                    WaveStatus.FAILED,
                    Option.none(),
                    NOON,
                    Option.none(),
                    Vector.empty(),
                    Option.none()));

    assertThat(silent.polling().fail(LATER).get().next().cause().message())
        .isEqualTo("Wave 1 (Wave 1) failed: unknown");
  }

  @ParameterizedTest
  @MethodSource("healthy")
  void refuses_while_no_wave_failed(ActiveExecution healthy) {
    assertThat(healthy.fail(LATER)).isEqualTo(Either.left(new NothingFailed()));
  }

  @ParameterizedTest
  @MethodSource("healthy")
  void ends_with_its_workflow_in_any_state(ActiveExecution orphan) {
    var failed = orphan.workflowDied(WORKFLOW_DIED, LATER).get();

    assertThat(failed.next().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(failed.next().cause()).isEqualTo(WORKFLOW_DIED);
    assertThat(failed.next().endTime()).isEqualTo(LATER);
    assertThat(failed.next().waveStatuses()).doesNotContain(WaveStatus.PENDING, WaveStatus.POLLING);
    assertThat(failed.next().facts().revision()).isEqualTo(REVISION.next());
    assertThat(failed.events()).contains(new LifecycleEvent.ExecutionFailed(WORKFLOW_DIED));
  }

  static Vector<ActiveExecution> healthy() {
    return Vector.of(
        TWO.pending(),
        TWO.withGateBefore(0).paused(),
        TWO.withClaimedWave().polling(),
        TWO.withRunningWave().polling(),
        TWO.withCompletedWaves(1).polling(),
        TWO.withCompletedWaves(2).polling());
  }

  @Test
  void a_running_wave_fails_with_its_workflow_and_keeps_its_job() {
    var running = TWO.withRunningWave().polling();

    var failed = running.workflowDied(WORKFLOW_DIED, LATER).get();

    assertThat(failed.next().facts().waves().all().head())
        .isEqualTo(
            new EndedWave(
                plan(0),
                WaveStatus.FAILED,
                Option.some(NOON),
                LATER,
                Option.some(
                    new EndedWave.Launch(
                        SampleWaves.jobOf(plan(0)), SampleWaves.REGION, Option.none())),
                SampleWaves.running(plan(0)).servers(),
                Option.some(WORKFLOW_DIED.message())));
    assertThat(failed.next().waveStatuses())
        .containsExactly(WaveStatus.FAILED, WaveStatus.CANCELLED);
    assertThat(failed.events())
        .containsExactly(
            new LifecycleEvent.WaveFailed(WaveNumber.FIRST, WORKFLOW_DIED.message()),
            new LifecycleEvent.ExecutionFailed(WORKFLOW_DIED));
  }

  @Test
  void a_claimed_wave_fails_with_its_workflow_when_its_lease_is_over() {
    assertThat(
            TWO.withClaimedWave()
                .polling()
                .workflowDied(WORKFLOW_DIED, LATER)
                .get()
                .next()
                .waveStatuses())
        .containsExactly(WaveStatus.FAILED, WaveStatus.CANCELLED);
  }

  @Test
  void completed_waves_stay_completed() {
    assertThat(
            TWO.withCompletedWaves(1)
                .withRunningWave()
                .polling()
                .workflowDied(WORKFLOW_DIED, LATER)
                .get()
                .next()
                .waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.FAILED);
  }

  @Test
  void a_failed_wave_explains_the_end_better_than_the_death_of_the_workflow() {
    var failed = TWO.withFailedWave().polling().workflowDied(WORKFLOW_DIED, LATER).get();

    assertThat(failed.next().cause()).isEqualTo(WAVE_FAILED);
    assertThat(failed.events()).containsExactly(new LifecycleEvent.ExecutionFailed(WAVE_FAILED));
  }

  @Test
  void a_cause_can_be_told_with_a_remark() {
    assertThat(new FailureCause("CODE", "It failed").with("Nobody knows why"))
        .isEqualTo(new FailureCause("CODE", "It failed. Nobody knows why"));
  }
}
