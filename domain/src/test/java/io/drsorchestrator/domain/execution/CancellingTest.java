package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.Moments.noonPlus;
import static io.drsorchestrator.domain.execution.Executions.REVISION;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static io.drsorchestrator.domain.wave.SampleWaves.LEASE;
import static io.drsorchestrator.domain.wave.SampleWaves.POLICY;
import static io.drsorchestrator.domain.wave.SampleWaves.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.LifecycleViolation.AlreadyRequested;
import io.drsorchestrator.domain.execution.LifecycleViolation.LeaseHeld;
import io.drsorchestrator.domain.execution.LifecycleViolation.WaveUnderWay;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CancellingTest {

  private static final OperatorRequest ALICE = requestBy("alice");
  private static final Executions TWO = execution().withWaves(2);
  private static final Instant AFTER_LEASE = NOON.plus(LEASE);

  @ParameterizedTest
  @MethodSource("nothingUnderWay")
  void ends_at_once_where_no_wave_is_under_way(ActiveExecution execution) {
    var cancelled = execution.requestCancel(ALICE).get();

    assertThat(cancelled.next())
        .isInstanceOfSatisfying(
            CancelledExecution.class,
            ended -> {
              assertThat(ended.request()).isEqualTo(ALICE);
              assertThat(ended.endTime()).isEqualTo(NOON);
              assertThat(ended.facts().revision()).isEqualTo(REVISION.next());
              assertThat(ended.waveStatuses())
                  .doesNotContain(WaveStatus.PENDING, WaveStatus.POLLING);
            });
    assertThat(cancelled.events())
        .containsExactly(
            new LifecycleEvent.CancelRequested(ALICE), new LifecycleEvent.ExecutionCancelled());
  }

  static Vector<ActiveExecution> nothingUnderWay() {
    return Vector.of(
        TWO.pending(),
        TWO.withGateBefore(0).paused(),
        TWO.withGateBefore(0).withRequest().paused(),
        TWO.withCompletedWaves(1).polling(),
        TWO.withCompletedWaves(2).polling(),
        TWO.withFailedWave().polling());
  }

  @ParameterizedTest
  @MethodSource("underWay")
  void waits_for_the_wave_that_is_under_way(PollingExecution execution) {
    var cancelling = execution.requestCancel(ALICE).get();

    assertThat(cancelling.next())
        .isInstanceOfSatisfying(
            CancellingExecution.class,
            waiting -> {
              assertThat(waiting.request()).isEqualTo(ALICE);
              assertThat(waiting.facts().revision()).isEqualTo(REVISION.next());
              assertThat(waiting.waveStatuses())
                  .containsExactly(WaveStatus.POLLING, WaveStatus.CANCELLED);
              assertThat(waiting.waves().all().head()).isEqualTo(execution.waves().all().head());
            });
    assertThat(cancelling.events()).containsExactly(new LifecycleEvent.CancelRequested(ALICE));
  }

  static Vector<PollingExecution> underWay() {
    return Vector.of(
        TWO.withClaimedWave().polling(),
        TWO.withResumedWave().polling(),
        TWO.withRunningWave().polling());
  }

  @Test
  void a_second_cancel_names_the_first() {
    assertThat(TWO.withRunningWave().cancelling().requestCancel(ALICE))
        .isEqualTo(Either.left(new AlreadyRequested(requestBy("carol"))));
  }

  @Test
  void looks_again_while_the_wave_runs() {
    assertThat(TWO.withRunningWave().cancelling().nextStep(NOON))
        .isEqualTo(
            NextStep.of(NextStep.Kind.AWAIT_WAVE, WaveNumber.FIRST).after(Duration.ofSeconds(30)));
  }

  @Test
  void looks_again_after_the_lease_of_a_claim() {
    assertThat(TWO.withClaimedWave().cancelling().nextStep(NOON))
        .isEqualTo(
            NextStep.of(NextStep.Kind.AWAIT_WAVE, WaveNumber.FIRST).after(LEASE.plusSeconds(1)));
  }

  @ParameterizedTest
  @MethodSource("results")
  void cancels_next_whatever_the_result_of_the_wave(JobObservation result) {
    var ended = looked(TWO.withRunningWave().cancelling(), result);

    assertThat(ended.nextStep(NOON)).isEqualTo(NextStep.of(NextStep.Kind.CANCEL));
    assertThat(ended.status()).isEqualTo(ExecutionStatus.CANCELLING);
    assertThat(ended.finishCancel(NOON).get().next().status()).isEqualTo(ExecutionStatus.CANCELLED);
  }

  static Vector<JobObservation> results() {
    var wave = SampleWaves.running(plan(0));
    return Vector.of(SampleWaves.success(wave), SampleWaves.disaster(wave));
  }

  @Test
  void keeps_the_result_of_the_wave_it_waited_for() {
    var wave = SampleWaves.running(plan(0));
    var ended = looked(TWO.withRunningWave().cancelling(), SampleWaves.success(wave));

    var cancelled = ended.finishCancel(noonPlus(Duration.ofMinutes(1))).get();

    assertThat(cancelled.next().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.CANCELLED);
    assertThat(cancelled.next().request()).isEqualTo(requestBy("carol"));
    assertThat(cancelled.next().endTime()).isEqualTo(noonPlus(Duration.ofMinutes(1)));
    assertThat(cancelled.next().facts().revision()).isEqualTo(REVISION.next());
    assertThat(cancelled.events()).containsExactly(new LifecycleEvent.ExecutionCancelled());
  }

  @Test
  void does_not_end_while_a_wave_is_under_way() {
    assertThat(TWO.withRunningWave().cancelling().finishCancel(NOON))
        .isEqualTo(Either.left(new WaveUnderWay(WaveNumber.FIRST)));
    assertThat(TWO.withClaimedWave().cancelling().finishCancel(AFTER_LEASE))
        .isEqualTo(Either.left(new WaveUnderWay(WaveNumber.FIRST)));
  }

  @Test
  void keeps_a_claim_while_somebody_may_still_launch_it() {
    assertThat(
            TWO.withClaimedWave()
                .cancelling()
                .abandon(SampleWaves.claimed(plan(0)), NOON.plusSeconds(119)))
        .isEqualTo(Either.left(new LeaseHeld(WaveNumber.FIRST, Duration.ofSeconds(1))));
  }

  @Test
  void gives_up_a_claim_that_nobody_can_launch_any_more() {
    var cancelling = TWO.withClaimedWave().cancelling();

    var abandoned = cancelling.abandon(SampleWaves.claimed(plan(0)), AFTER_LEASE).get();

    assertThat(abandoned.after())
        .isEqualTo(
            new EndedWave(
                plan(0),
                WaveStatus.CANCELLED,
                Option.some(NOON),
                AFTER_LEASE,
                Option.none(),
                Vector.empty(),
                Option.none()));
    assertThat(abandoned.events())
        .containsExactly(new LifecycleEvent.WaveCancelled(WaveNumber.FIRST));
    assertThat(cancelling.after(abandoned).nextStep(AFTER_LEASE))
        .isEqualTo(NextStep.of(NextStep.Kind.CANCEL));
  }

  @Test
  void gives_up_at_once_what_nobody_ever_tried_to_launch() {
    ClaimedWave resumed = SampleWaves.resumed(plan(0));

    assertThat(TWO.withResumedWave().cancelling().abandon(resumed, NOON).get().after().status())
        .isEqualTo(WaveStatus.CANCELLED);
  }

  private static CancellingExecution looked(CancellingExecution execution, JobObservation seen) {
    RunningWave wave = SampleWaves.running(plan(0));
    return execution.after(execution.observe(wave, seen, NOON, POLICY));
  }
}
