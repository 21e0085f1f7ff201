package io.drsorchestrator.application.contract;

import static io.drsorchestrator.application.contract.Recorded.SECOND;
import static io.drsorchestrator.application.port.WriteOutcome.CONFLICT;
import static io.drsorchestrator.application.port.WriteOutcome.WRITTEN;
import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static io.drsorchestrator.domain.wave.SampleWaves.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.RunningExecution;
import io.drsorchestrator.domain.execution.WaveProgress;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.SampleServers;
import io.drsorchestrator.domain.server.ServerObservation;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.JobObservation.JobState;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Polls write what they saw of one wave, unless somebody has seen more since. */
public abstract class WaveRecordsContract extends StoreContract {

  private static WaveProgress progress(Recorded recorded, Function<Wave, JobObservation> look) {
    var running = (RunningExecution) recorded.read();
    var wave = (RunningWave) running.facts().waves().active().get();
    return running.observe(wave, look.apply(wave), NOON, POLICY);
  }

  private WriteOutcome record(WaveProgress progress) {
    return store().records().record(progress, NOON.plusSeconds(5));
  }

  private static JobObservation everything(Wave wave) {
    var server = wave.servers().head().id();
    return new JobObservation(
        Option.some(new JobState("STARTED", Option.some(NOON.minusSeconds(1)), Option.none())),
        HashMap.of(server, SampleServers.everythingAboutALaunch()));
  }

  private static JobObservation launching(Wave wave) {
    return SampleWaves.working(wave, LaunchStatus.IN_PROGRESS);
  }

  /** What a poll left of the execution, as the poller knows it. */
  private static PollingExecution after(PollingExecution before, WaveProgress progress) {
    return before.after(progress);
  }

  @Test
  void reads_back_all_that_is_known_of_a_server() {
    var recorded = execution(2).launch().observe(WaveRecordsContract::everything);

    var server = recorded.running().servers().head();
    assertThat(server.source()).isEqualTo(SampleServers.MACHINE);
    assertThat(server.instanceId()).containsExactly("i-0recovery0000001");
    assertThat(server.launchStatus()).isEqualTo(LaunchStatus.LAUNCHED);
    assertThat(server.launchTime()).containsExactly(NOON.plusSeconds(60));
    assertThat(server.error()).containsExactly("a warning");
    assertThat(server.instance().privateIp()).isEqualTo(SampleServers.RECOVERED.privateIp());
    assertThat(server.instance().hostname()).isEqualTo(SampleServers.RECOVERED.hostname());
    assertThat(server.instance().instanceType()).isEqualTo(SampleServers.RECOVERED.instanceType());
    assertThat(server.instance().state()).isEqualTo(SampleServers.RECOVERED.state());
  }

  @Test
  void reads_back_a_running_wave_as_it_was_recorded() {
    var recorded = execution(2).launch();
    var before = recorded.polling();
    var progress = progress(recorded, WaveRecordsContract::launching);

    assertThat(record(progress)).isEqualTo(WRITTEN);

    assertThat(recorded.read()).isEqualTo(after(before, progress));
  }

  @Test
  void reads_back_the_details_of_a_job_that_has_ended() {
    var recorded = execution(1).launch();
    var progress =
        progress(
            recorded,
            wave ->
                new JobObservation(
                    Option.some(
                        new JobState(
                            "COMPLETED",
                            Option.some(NOON.minusSeconds(9)),
                            Option.some(NOON.minusSeconds(1)))),
                    HashMap.empty()));

    record(progress);

    assertThat(recorded.wave()).isEqualTo(progress.after());
  }

  @Test
  void reads_back_a_completed_wave_as_it_was_recorded() {
    var recorded = execution(2).launch();
    var before = recorded.polling();
    var progress = progress(recorded, SampleWaves::success);

    record(progress);

    assertThat(recorded.read()).isEqualTo(after(before, progress));
    assertThat(recorded.document()).containsEntry("completedWaves", 1L);
  }

  @Test
  void reads_back_a_failed_wave_and_why_it_failed() {
    var recorded = execution(2).launch();
    var progress = progress(recorded, SampleWaves::disaster);

    record(progress);

    assertThat(recorded.wave()).isEqualTo(progress.after());
    assertThat(((EndedWave) recorded.wave()).message()).isNotEmpty();
    assertThat(recorded.document()).containsEntry("completedWaves", 0L);
  }

  @Test
  void reads_back_since_when_a_job_is_missing_until_it_is_seen_again() {
    var recorded = execution(1).launch();
    recorded.observe(wave -> SampleWaves.noJob());
    assertThat(recorded.running().missingSince()).containsExactly(NOON);

    recorded.observe(wave -> SampleWaves.noJob(), NOON.plusSeconds(60));
    assertThat(recorded.running().missingSince()).containsExactly(NOON);

    recorded.observe(WaveRecordsContract::launching);
    assertThat(recorded.running().missingSince()).isEmpty();
  }

  @Test
  void a_job_that_is_missing_keeps_its_details() {
    var recorded = execution(1).launch().observe(WaveRecordsContract::launching);
    var job = recorded.running().job();

    recorded.observe(wave -> SampleWaves.noJob());

    assertThat(recorded.running().job()).isEqualTo(job);
  }

  @Test
  void says_what_a_poll_had_to_do_without_until_a_poll_lacks_nothing() {
    var recorded = execution(1).launch();
    var running = (RunningExecution) recorded.read();
    var wave = recorded.running();

    assertThat(record(running.unanswered(wave, "DRS throttles", NOON, POLICY))).isEqualTo(WRITTEN);
    assertThat(recorded.storedWave(0).get("pollWarning")).isEqualTo("DRS throttles");
    assertThat(recorded.running().servers()).isEqualTo(wave.servers());

    recorded.observe(WaveRecordsContract::launching);
    assertThat(recorded.storedWave(0).containsKey("pollWarning")).isFalse();
  }

  @Test
  void a_wave_that_ends_degraded_says_so_for_good() {
    var recorded = execution(1).launch();
    var seen = SampleWaves.success(recorded.wave());

    record(
        progress(
            recorded,
            wave -> new JobObservation(seen.job(), seen.servers(), Vector.of("no EC2", "odd"))));

    assertThat(recorded.storedWave(0).get("pollWarning")).isEqualTo("no EC2; odd");
  }

  @Test
  void of_two_looks_without_an_answer_one_is_written() {
    var recorded = execution(1).launch();
    var running = (RunningExecution) recorded.read();
    var look = running.unanswered(recorded.running(), "DRS throttles", NOON, POLICY);

    assertThat(record(look)).isEqualTo(WRITTEN);
    assertThat(record(look)).isEqualTo(CONFLICT);
  }

  @Test
  void a_poll_is_dated() {
    var recorded = execution(1).launch();

    record(progress(recorded, WaveRecordsContract::launching));

    assertThat(recorded.document())
        .containsEntry("lastPolledTime", NOON.plusSeconds(5).getEpochSecond());
  }

  @Test
  void of_two_first_polls_one_is_written() {
    var recorded = execution(1).launch();
    var first = progress(recorded, WaveRecordsContract::launching);
    var second = progress(recorded, SampleWaves::success);

    assertThat(record(first)).isEqualTo(WRITTEN);
    assertThat(record(second)).isEqualTo(CONFLICT);
    assertThat(recorded.wave()).isEqualTo(first.after());
  }

  @Test
  void a_stale_poller_cannot_overwrite_a_newer_revision() {
    var recorded = execution(1).launch().observe(WaveRecordsContract::launching);
    var stale = progress(recorded, wave -> SampleWaves.working(wave, LaunchStatus.PENDING));
    recorded.observe(WaveRecordsContract::everything);
    var newest = recorded.wave();

    assertThat(record(stale)).isEqualTo(CONFLICT);
    assertThat(recorded.wave()).isEqualTo(newest);
  }

  @Test
  void a_poll_after_the_wave_has_ended_conflicts() {
    var recorded = execution(2).launch().observe(WaveRecordsContract::launching);
    var late = progress(recorded, SampleWaves::disaster);
    recorded.observe(SampleWaves::success);
    var before = recorded.document();

    assertThat(record(late)).isEqualTo(CONFLICT);
    assertThat(recorded.document()).isEqualTo(before);
  }

  /** A repeat of the poll that ended the wave would count it twice. */
  @Test
  void the_end_of_a_wave_is_counted_once() {
    var recorded = execution(2).launch();
    var end = progress(recorded, SampleWaves::success);

    assertThat(record(end)).isEqualTo(WRITTEN);
    assertThat(record(end)).isEqualTo(CONFLICT);
    assertThat(recorded.document()).containsEntry("completedWaves", 1L);
  }

  @Test
  void a_poll_of_an_ended_wave_conflicts_even_at_its_revision() {
    var recorded = execution(2).launch().observe(SampleWaves::success);
    var unaware = withRunning(recorded, "drsjob-0", 1);

    assertThat(record(unaware)).isEqualTo(CONFLICT);
    assertThat(recorded.read().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.PENDING);
  }

  @Test
  void a_poll_of_another_job_conflicts() {
    var recorded = execution(1).launch();

    assertThat(record(withRunning(recorded, "drsjob-of-somebody", 0))).isEqualTo(CONFLICT);
    assertThat(recorded.running().jobId()).isEqualTo(new JobId("drsjob-0"));
  }

  @Test
  void a_poll_of_a_wave_without_a_job_conflicts() {
    var recorded = execution(1).claim();

    assertThat(record(withRunning(recorded, "drsjob-0", 0))).isEqualTo(CONFLICT);
    assertThat(recorded.wave()).isInstanceOf(ClaimedWave.class);
  }

  /** A look at a wave of which the caller believes that it runs in {@code job}. */
  private static WaveProgress withRunning(Recorded recorded, String job, int revision) {
    var plan = SampleWaves.plan(0);
    var sample = SampleWaves.running(plan);
    var wave =
        new RunningWave(
            plan,
            NOON,
            new JobId(job),
            SampleWaves.REGION,
            sample.servers(),
            Option.none(),
            Option.none(),
            revision);
    var facts = recorded.active().facts();
    var believed = new PollingExecution(withWaves(facts, facts.waves().with(wave)), Option.none());
    return believed.observe(wave, SampleWaves.disaster(wave), NOON, POLICY);
  }

  @Test
  void a_poll_never_changes_the_status_or_the_version() {
    var recorded = execution(1).launch();
    var version = recorded.active().facts().revision();

    recorded.observe(WaveRecordsContract::launching).observe(SampleWaves::success);

    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(recorded.active().facts().revision()).isEqualTo(version);
  }

  @Test
  void a_failed_wave_does_not_change_the_status_or_the_version() {
    var recorded = execution(1).launch();
    var version = recorded.active().facts().revision();

    recorded.observe(SampleWaves::disaster);

    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(recorded.active().facts().revision()).isEqualTo(version);
  }

  /** Polls do not lose against operators, and do not undo what these have stored. */
  @Test
  void a_lifecycle_write_in_between_does_not_stop_a_poll_and_is_kept() {
    var recorded = execution(2).launch();
    var poll = progress(recorded, WaveRecordsContract::launching);
    recorded.requestPause();

    assertThat(record(poll)).isEqualTo(WRITTEN);
    assertThat(recorded.startable().pauseRequest()).isNotEmpty();
  }

  @Test
  void a_poll_from_before_a_cancel_is_kept_and_does_not_undo_it() {
    var recorded = execution(2).launch();
    var poll = progress(recorded, SampleWaves::success);
    recorded.requestCancel();

    assertThat(record(poll)).isEqualTo(WRITTEN);
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.CANCELLING);
    assertThat(recorded.read().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.CANCELLED);
  }

  @Test
  void a_claim_is_given_up_after_a_cancel() {
    var recorded = execution(2).claim().requestCancel().abandon();

    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.CANCELLING);
    assertThat(recorded.read().waveStatuses()).containsOnly(WaveStatus.CANCELLED);
  }

  @Test
  void a_claim_without_an_attempt_is_given_up_after_a_cancel() {
    var recorded = executionWithGate(1, 0).pause().requestResume().resume().requestCancel();

    recorded.abandon();

    assertThat(recorded.read().waveStatuses()).containsExactly(WaveStatus.CANCELLED);
  }

  @Test
  void a_claim_is_not_given_up_once_its_job_is_on_record() {
    var recorded = execution(1).claim().requestCancel();
    var cancelling = recorded.cancelling();
    var wave = (ClaimedWave) cancelling.waves().active().get();
    var abandoned = cancelling.abandon(wave, NOON.plus(Duration.ofHours(1))).get();
    store().claims().recordLaunch(recorded.launchOf(wave));

    assertThat(record(abandoned)).isEqualTo(CONFLICT);
    assertThat(recorded.cancelling().waves().active())
        .containsExactly(recorded.launchOf(wave).wave());
  }

  @Test
  void a_claim_is_not_given_up_once_another_attempt_holds_it() {
    var recorded = execution(1).claim();
    var abandoned = abandoned(recorded, recorded.claimed());
    recorded.claim(SECOND);

    assertThat(record(abandoned)).isEqualTo(CONFLICT);
    assertThat(recorded.claimed().attempt()).containsExactly(SECOND);
  }

  @Test
  void a_claim_that_nobody_held_is_not_given_up_once_an_attempt_holds_it() {
    var recorded = executionWithGate(1, 0).pause().requestResume().resume();
    var abandoned = abandoned(recorded, recorded.claimed());
    recorded.claim();

    assertThat(record(abandoned)).isEqualTo(CONFLICT);
    assertThat(recorded.claimed().attempt()).isNotEmpty();
  }

  private static WaveProgress abandoned(Recorded recorded, ClaimedWave wave) {
    return new CancellingExecution(recorded.active().facts(), requestBy("carol"))
        .abandon(wave, NOON.plus(Duration.ofHours(1)))
        .get();
  }

  @Test
  void an_observation_without_news_still_counts_as_a_revision() {
    var recorded = execution(1).launch();

    recorded.observe(WaveRecordsContract::pending).observe(WaveRecordsContract::pending);

    assertThat(recorded.running().revision()).isEqualTo(2);
  }

  private static JobObservation pending(Wave wave) {
    return new JobObservation(
        Option.some(new JobState("PENDING", Option.none(), Option.none())),
        wave.servers().toMap(s -> Tuple.of(s.id(), ServerObservation.of(LaunchStatus.PENDING))));
  }
}
