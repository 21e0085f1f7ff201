package io.drsorchestrator.application.contract;

import static io.drsorchestrator.application.contract.Recorded.FIRST;
import static io.drsorchestrator.application.contract.Recorded.SECOND;
import static io.drsorchestrator.application.port.WriteOutcome.CONFLICT;
import static io.drsorchestrator.application.port.WriteOutcome.WRITTEN;
import static io.drsorchestrator.domain.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.execution.WaveLaunch;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.LaunchTarget;
import io.drsorchestrator.domain.wave.PendingWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** A wave is claimed by one attempt at a time, and launched once. */
public abstract class WaveClaimsContract extends StoreContract {

  private static final LaunchTarget ELSEWHERE =
      new LaunchTarget("us-east-1", Vector.of(new SourceServerId("s-of-another-day")));

  private static Transition<PollingExecution> claimed(
      ActiveExecution execution, LaunchAttempt attempt) {
    var wave = execution.waves().current().get();
    return execution.claimWave(wave.number(), SampleWaves.target(wave.plan()), attempt).get();
  }

  private WriteOutcome claim(Transition<PollingExecution> claimed) {
    return store().claims().claim(claimed, claimed.next().waves().active().get().number());
  }

  private WriteOutcome failLaunch(ActiveExecution execution) {
    return store()
        .claims()
        .failLaunch(
            execution.failLaunch(WaveNumber.FIRST, "refused", NOON).get(), WaveNumber.FIRST);
  }

  @Test
  void reads_back_a_claim() {
    var recorded = execution(2);
    var claimed = claimed(recorded.active(), FIRST);

    assertThat(claim(claimed)).isEqualTo(WRITTEN);

    assertThat(recorded.read()).isEqualTo(claimed.next());
    assertThat(recorded.document())
        .containsEntry("status", "POLLING")
        .containsEntry("currentWave", 1L);
  }

  @Test
  void reads_back_the_claim_of_a_wave_whose_servers_were_found_by_tags() {
    var plan = new WavePlan(WaveNumber.FIRST, "Wave 1", Option.some("pg"), Vector.empty(), false);
    var recorded = Recorded.create(store(), Vector.of(plan));
    var claimed = recorded.active().claimWave(WaveNumber.FIRST, ELSEWHERE, FIRST).get();

    claim(claimed);

    assertThat(recorded.claimed().target()).containsExactly(ELSEWHERE);
  }

  @Test
  void a_lease_is_never_read_back_as_shorter_than_it_is() {
    var recorded = execution(1);
    var until = NOON.plusSeconds(90).plusMillis(1);

    claim(claimed(recorded.active(), new LaunchAttempt("attempt-1", NOON, until)));

    assertThat(recorded.claimed().lease(until.minusMillis(1))).isPositive();
    assertThat(recorded.claimed().lease(NOON.plusSeconds(91))).isZero();
  }

  @Test
  void of_two_claims_of_the_same_state_one_is_written() {
    var read = execution(2).active();

    assertThat(claim(claimed(read, FIRST))).isEqualTo(WRITTEN);
    assertThat(claim(claimed(read, SECOND))).isEqualTo(CONFLICT);
  }

  @Test
  void a_claim_is_refused_when_the_version_has_moved() {
    var recorded = execution(2);
    recorded.claim();
    var read = recorded.active();
    recorded.requestPause();

    assertThat(claim(claimed(read, SECOND))).isEqualTo(CONFLICT);
    assertThat(recorded.claimed().attempt()).containsExactly(FIRST);
  }

  @Test
  void a_claim_of_a_pending_wave_is_refused_while_a_pause_is_asked_for() {
    var recorded = execution(2).requestPause();
    var unaware = believedPolling(recorded.active());

    assertThat(claim(claimed(unaware, FIRST))).isEqualTo(CONFLICT);
    assertThat(recorded.wave()).isInstanceOf(PendingWave.class);
  }

  @Test
  void a_pause_request_does_not_hold_back_a_wave_that_is_claimed_already() {
    var recorded = execution(2).claim().requestPause();

    assertThat(claim(claimed(recorded.active(), SECOND))).isEqualTo(WRITTEN);
    assertThat(recorded.startable().pauseRequest()).isNotEmpty();
  }

  @Test
  void a_claim_is_refused_once_the_execution_is_being_cancelled() {
    var recorded = execution(2).claim().requestCancel();
    var unaware = believedPolling(recorded.active());

    assertThat(claim(claimed(unaware, SECOND))).isEqualTo(CONFLICT);
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.CANCELLING);
  }

  @Test
  void a_claim_is_refused_behind_a_pause() {
    var recorded = executionWithGate(2, 0).pause();
    var waves = recorded.active().waves().with(new PendingWave(SampleWaves.plan(0)));
    var unaware = new PollingExecution(withWaves(recorded.active().facts(), waves), Option.none());

    assertThat(claim(claimed(unaware, FIRST))).isEqualTo(CONFLICT);
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.PAUSED);
  }

  @Test
  void taking_over_an_expired_claim_keeps_its_servers_and_its_start() {
    var recorded = execution(1).claim();
    var target = SampleWaves.target(SampleWaves.plan(0));

    claim(recorded.active().claimWave(WaveNumber.FIRST, ELSEWHERE, SECOND).get());

    assertThat(recorded.claimed())
        .isEqualTo(
            new ClaimedWave(SampleWaves.plan(0), NOON, Option.some(target), Option.some(SECOND)));
  }

  @Test
  void a_claim_is_not_taken_over_once_its_job_is_on_record() {
    var recorded = execution(1).claim();
    var read = recorded.active();
    store().claims().recordLaunch(recorded.launchOf(recorded.claimed()));

    assertThat(claim(claimed(read, SECOND))).isEqualTo(CONFLICT);
    assertThat(recorded.running().jobId()).isEqualTo(SampleWaves.jobOf(SampleWaves.plan(0)));
  }

  @Test
  void reads_back_a_launch_which_changes_neither_status_nor_version() {
    var recorded = execution(2).claim();
    var before = recorded.polling();
    var launch = recorded.launchOf(recorded.claimed());

    assertThat(store().claims().recordLaunch(launch)).isEqualTo(WRITTEN);

    assertThat(recorded.read())
        .isEqualTo(
            new PollingExecution(
                withWaves(before.facts(), before.waves().with(launch.wave())), Option.none()));
    assertThat(recorded.document())
        .containsEntry("drsJobId", launch.wave().jobId().value())
        .containsEntry("drsRegion", SampleWaves.REGION);
  }

  @Test
  void a_job_is_recorded_although_the_execution_is_being_cancelled() {
    var recorded = execution(2).claim();
    var launch = recorded.launchOf(recorded.claimed());
    recorded.requestCancel();

    assertThat(store().claims().recordLaunch(launch)).isEqualTo(WRITTEN);
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.CANCELLING);
    assertThat(recorded.cancelling().waves().active()).containsExactly(launch.wave());
  }

  @Test
  void a_job_is_recorded_although_the_execution_is_cancelled() {
    var recorded = execution(2).claim();
    var launch = recorded.launchOf(recorded.claimed());
    recorded.requestCancel().abandon().finishCancel();

    assertThat(store().claims().recordLaunch(launch)).isEqualTo(WRITTEN);
    assertThat(recorded.document())
        .containsEntry("status", "CANCELLED")
        .containsEntry("drsJobId", launch.wave().jobId().value());
    assertThat(recorded.read().waveStatuses()).containsOnly(WaveStatus.CANCELLED);
  }

  @Test
  void a_job_is_recorded_although_the_execution_has_failed() {
    var recorded = execution(2).claim();
    var launch = recorded.launchOf(recorded.claimed());
    recorded.fail();

    assertThat(store().claims().recordLaunch(launch)).isEqualTo(WRITTEN);
    assertThat(recorded.document())
        .containsEntry("status", "FAILED")
        .containsEntry("drsJobId", launch.wave().jobId().value());
    assertThat(recorded.read().waveStatuses())
        .containsExactly(WaveStatus.FAILED, WaveStatus.CANCELLED);
  }

  @Test
  void the_job_of_an_attempt_that_was_taken_over_is_refused() {
    var recorded = execution(1).claim();
    var late = recorded.launchOf(recorded.claimed());
    recorded.claim(SECOND);

    assertThat(store().claims().recordLaunch(late)).isEqualTo(CONFLICT);
    assertThat(recorded.claimed().attempt()).containsExactly(SECOND);
  }

  @Test
  void recording_the_same_job_again_changes_nothing_and_says_so() {
    var recorded = execution(1).launch();
    var before = recorded.document();

    assertThat(store().claims().recordLaunch(relaunch(recorded, "drsjob-0"))).isEqualTo(WRITTEN);
    assertThat(recorded.document()).isEqualTo(before);
  }

  @Test
  void a_second_job_of_a_wave_is_refused() {
    var recorded = execution(1).launch();
    var before = recorded.document();

    assertThat(store().claims().recordLaunch(relaunch(recorded, "drsjob-x"))).isEqualTo(CONFLICT);
    assertThat(recorded.document()).isEqualTo(before);
  }

  private static WaveLaunch relaunch(Recorded recorded, String job) {
    var claimed = SampleWaves.claimed(SampleWaves.plan(0));
    return WaveLaunch.of(recorded.key(), claimed, new JobId(job)).get();
  }

  @Test
  void an_attempt_that_launched_nothing_gives_its_lease_back() {
    var recorded = execution(1).claim();
    var version = recorded.active().facts().revision();

    assertThat(store().claims().endLease(recorded.key(), WaveNumber.FIRST, FIRST, NOON))
        .isEqualTo(WRITTEN);

    assertThat(recorded.claimed().lease(NOON)).isZero();
    assertThat(recorded.claimed().attempt().map(LaunchAttempt::id)).containsExactly("attempt-1");
    assertThat(recorded.active().facts().revision()).isEqualTo(version);
  }

  @Test
  void the_lease_of_another_attempt_is_not_ended() {
    var recorded = execution(1).claim().claim(SECOND);

    assertThat(store().claims().endLease(recorded.key(), WaveNumber.FIRST, FIRST, NOON))
        .isEqualTo(CONFLICT);
    assertThat(recorded.claimed().attempt()).containsExactly(SECOND);
  }

  @Test
  void a_lease_is_not_ended_once_the_job_is_on_record() {
    var recorded = execution(1).launch();

    assertThat(store().claims().endLease(recorded.key(), WaveNumber.FIRST, FIRST, NOON))
        .isEqualTo(CONFLICT);
  }

  private WriteOutcome warn(Recorded recorded, LaunchAttempt attempt, Option<String> warning) {
    return store().claims().warn(recorded.key(), WaveNumber.FIRST, attempt, warning);
  }

  @Test
  void a_warning_is_kept_with_the_wave_and_changes_nothing_else() {
    var recorded = execution(2).claim();
    var before = recorded.read();

    assertThat(warn(recorded, FIRST, Option.some("no such subnet"))).isEqualTo(WRITTEN);

    assertThat(recorded.read()).isEqualTo(before);
    assertThat(recorded.storedWave(0).get("launchWarning")).isEqualTo("no such subnet");
  }

  @Test
  void a_warning_outlives_the_launch_that_it_is_about() {
    var recorded = execution(1).claim();
    warn(recorded, FIRST, Option.some("no such subnet"));

    store().claims().recordLaunch(recorded.launchOf(recorded.claimed()));

    assertThat(recorded.storedWave(0).get("launchWarning")).isEqualTo("no such subnet");
  }

  @Test
  void a_warning_is_taken_back_by_an_attempt_that_has_none() {
    var recorded = execution(1).claim();
    warn(recorded, FIRST, Option.some("no such subnet"));
    recorded.claim(SECOND);

    assertThat(warn(recorded, SECOND, Option.none())).isEqualTo(WRITTEN);

    assertThat(recorded.storedWave(0).get("launchWarning")).isNull();
  }

  @Test
  void an_attempt_that_was_taken_over_warns_of_nothing() {
    var recorded = execution(1).claim().claim(SECOND);

    assertThat(warn(recorded, FIRST, Option.some("late"))).isEqualTo(CONFLICT);
    assertThat(recorded.storedWave(0).get("launchWarning")).isNull();
  }

  @Test
  void nobody_warns_of_a_launch_that_was_made() {
    var recorded = execution(1).launch();

    assertThat(warn(recorded, FIRST, Option.some("late"))).isEqualTo(CONFLICT);
  }

  @Test
  void reads_back_a_launch_that_failed_before_it_was_claimed() {
    var recorded = execution(2);
    var failed = recorded.active().failLaunch(WaveNumber.FIRST, "refused", NOON).get();

    assertThat(store().claims().failLaunch(failed, WaveNumber.FIRST)).isEqualTo(WRITTEN);

    assertThat(recorded.read()).isEqualTo(failed.next());
    assertThat(recorded.document()).containsEntry("currentWave", 1L);
  }

  @Test
  void a_launch_that_failed_after_its_claim_ends_the_wave() {
    var recorded = execution(2).claim();

    assertThat(failLaunch(recorded.active())).isEqualTo(WRITTEN);

    var wave = (EndedWave) recorded.wave();
    assertThat(wave.status()).isEqualTo(WaveStatus.FAILED);
    assertThat(wave.startTime()).containsExactly(NOON);
    assertThat(wave.endTime()).isEqualTo(NOON);
    assertThat(wave.message()).containsExactly("refused");
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.POLLING);
  }

  @Test
  void a_launch_does_not_fail_once_its_job_is_on_record() {
    var recorded = execution(1).claim();
    var read = recorded.active();
    store().claims().recordLaunch(recorded.launchOf(recorded.claimed()));

    assertThat(failLaunch(read)).isEqualTo(CONFLICT);
    assertThat(recorded.running().status()).isEqualTo(WaveStatus.POLLING);
  }

  @Test
  void the_launch_of_a_pending_wave_does_not_fail_while_a_pause_is_asked_for() {
    var recorded = execution(2).requestPause();

    assertThat(failLaunch(believedPolling(recorded.active()))).isEqualTo(CONFLICT);
    assertThat(recorded.wave()).isInstanceOf(PendingWave.class);
  }

  @Test
  void a_launch_does_not_fail_once_the_execution_is_being_cancelled() {
    var recorded = execution(2).claim().requestCancel();

    assertThat(failLaunch(believedPolling(recorded.active()))).isEqualTo(CONFLICT);
    assertThat(recorded.cancelling().waves().active()).isNotEmpty();
  }

  @Test
  void of_two_failures_of_a_launch_one_is_written() {
    var read = execution(1).claim().active();

    assertThat(failLaunch(read)).isEqualTo(WRITTEN);
    assertThat(failLaunch(read)).isEqualTo(CONFLICT);
  }
}
