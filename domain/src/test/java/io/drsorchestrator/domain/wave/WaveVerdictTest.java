package io.drsorchestrator.domain.wave;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.server.LaunchStatus.FAILED;
import static io.drsorchestrator.domain.server.LaunchStatus.IN_PROGRESS;
import static io.drsorchestrator.domain.server.LaunchStatus.LAUNCHED;
import static io.drsorchestrator.domain.server.LaunchStatus.PENDING;
import static io.drsorchestrator.domain.server.LaunchStatus.TERMINATED;
import static io.drsorchestrator.domain.wave.SampleWaves.POLICY;
import static io.drsorchestrator.domain.wave.SampleWaves.disaster;
import static io.drsorchestrator.domain.wave.SampleWaves.look;
import static io.drsorchestrator.domain.wave.SampleWaves.noJob;
import static io.drsorchestrator.domain.wave.SampleWaves.over;
import static io.drsorchestrator.domain.wave.SampleWaves.plan;
import static io.drsorchestrator.domain.wave.SampleWaves.running;
import static io.drsorchestrator.domain.wave.SampleWaves.success;
import static io.drsorchestrator.domain.wave.SampleWaves.working;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.drsorchestrator.domain.server.SampleServers;
import io.drsorchestrator.domain.server.ServerObservation;
import io.drsorchestrator.domain.server.SourceMachine;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.HashMap;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaveVerdictTest {

  private static final RunningWave WAVE = running(plan(0));
  private static final Instant SOON = NOON.plusSeconds(15);

  @Test
  void completes_when_the_job_is_over_and_every_server_launched() {
    var ended = (EndedWave) WAVE.observe(success(WAVE), SOON, POLICY);

    assertThat(ended.status()).isEqualTo(WaveStatus.COMPLETED);
    assertThat(ended.startTime()).contains(NOON);
    assertThat(ended.endTime()).isEqualTo(SOON);
    assertThat(ended.message()).isEmpty();
    assertThat(ended.launch().map(EndedWave.Launch::jobId)).contains(WAVE.jobId());
    assertThat(ended.servers().map(s -> s.launchStatus())).containsExactly(LAUNCHED, LAUNCHED);
  }

  /** The id may be found in a later look; a wave that has ended is not looked at again. */
  @Test
  void waits_for_the_ids_of_launched_instances_but_not_for_long() {
    var nameless = (RunningWave) WAVE.observe(success(WAVE), SOON, WavePolicy.DEFAULT);
    var limit = SOON.plus(WavePolicy.DEFAULT.naming());

    assertPolling(nameless.observe(success(WAVE), limit.minusSeconds(1), WavePolicy.DEFAULT));
    assertThat(nameless.observe(success(WAVE), limit, WavePolicy.DEFAULT).status())
        .isEqualTo(WaveStatus.COMPLETED);
  }

  @Test
  void completes_as_soon_as_the_ids_of_launched_instances_are_known() {
    var nameless = (RunningWave) WAVE.observe(success(WAVE), SOON, WavePolicy.DEFAULT);
    var named =
        look(
            "COMPLETED",
            WAVE.servers().toMap(s -> s.id(), s -> SampleServers.everythingAboutALaunch()));

    assertThat(nameless.observe(named, SOON.plusSeconds(1), WavePolicy.DEFAULT).status())
        .isEqualTo(WaveStatus.COMPLETED);
  }

  /** Who has failed is told at once. */
  @Test
  void a_failure_does_not_wait_for_the_ids_of_other_instances() {
    var ended = WAVE.observe(over(WAVE, LAUNCHED, FAILED), SOON, WavePolicy.DEFAULT);

    assertThat(ended.status()).isEqualTo(WaveStatus.FAILED);
  }

  @Test
  void waits_for_the_end_of_the_job_even_if_every_server_launched() {
    assertPolling(WAVE.observe(working(WAVE, LAUNCHED, LAUNCHED), SOON, POLICY));
  }

  @Test
  void waits_for_the_end_of_the_job_even_if_a_server_failed() {
    assertPolling(WAVE.observe(working(WAVE, FAILED, IN_PROGRESS), SOON, POLICY));
  }

  @Test
  void a_job_that_is_completed_is_no_success() {
    assertFailed(
        WAVE.observe(disaster(WAVE), SOON, POLICY),
        "2 of 2 servers did not launch: s-0-0 (FAILED), s-0-1 (FAILED)");
  }

  @Test
  void one_failed_server_fails_the_wave() {
    assertFailed(
        WAVE.observe(over(WAVE, LAUNCHED, FAILED), SOON, POLICY),
        "1 of 2 servers did not launch: s-0-1 (FAILED)");
  }

  @Test
  void a_terminated_server_fails_the_wave() {
    assertFailed(
        WAVE.observe(over(WAVE, LAUNCHED, TERMINATED), SOON, POLICY),
        "1 of 2 servers did not launch: s-0-1 (TERMINATED)");
  }

  @Test
  void a_failed_server_is_named_with_its_error() {
    var failed =
        new ServerObservation(
            FAILED,
            Option.none(),
            SampleServers.MACHINE,
            RecoveryInstance.UNKNOWN,
            Option.some("no capacity"));
    var seen = look("COMPLETED", HashMap.of(id(0), ServerObservation.of(LAUNCHED), id(1), failed));

    assertFailed(
        WAVE.observe(seen, SOON, POLICY),
        "1 of 2 servers did not launch: web-1 (FAILED: no capacity)");
  }

  /** A hundred long reasons would not fit into the item, nor on a screen. */
  @Test
  void the_reason_of_a_wave_names_ten_servers_and_shortens_what_they_say() {
    assertThat(reasonOf(12, "x".repeat(300)))
        .startsWith("12 of 12 servers did not launch: s-0-0 (FAILED: xxx")
        .contains("s-0-9 (FAILED: " + "x".repeat(120) + "...)")
        .endsWith(") and 2 more")
        .doesNotContain("s-0-10", "x".repeat(121));
  }

  @Test
  void ten_servers_are_all_of_ten_and_what_fits_is_not_shortened() {
    assertThat(reasonOf(10, "x".repeat(120)))
        .endsWith("s-0-9 (FAILED: " + "x".repeat(120) + ")")
        .doesNotContain("...", "more");
  }

  /** Why a wave fails whose every server says {@code error}. */
  private static String reasonOf(int servers, String error) {
    var wave = running(plan(0, servers));
    var failed =
        new ServerObservation(
            FAILED,
            Option.none(),
            SourceMachine.UNKNOWN,
            RecoveryInstance.UNKNOWN,
            Option.some(error));
    var seen = look("COMPLETED", wave.servers().toMap(s -> s.id(), s -> failed));
    return ((EndedWave) wave.observe(seen, SOON, POLICY)).message().get();
  }

  @Test
  void a_server_that_the_answer_does_not_name_is_pending() {
    assertPolling(WAVE.observe(over(WAVE, LAUNCHED), SOON, POLICY));
  }

  @Test
  void an_answer_about_other_servers_is_no_success() {
    var strangers =
        look(
            "COMPLETED",
            HashMap.of(
                SampleServers.serverId(9, 0),
                ServerObservation.of(LAUNCHED),
                SampleServers.serverId(9, 1),
                ServerObservation.of(LAUNCHED)));

    var polled = WAVE.observe(strangers, SOON, POLICY);

    assertPolling(polled);
    assertThat(polled.servers().map(s -> s.id())).containsExactly(id(0), id(1));
    assertThat(polled.servers().map(s -> s.launchStatus())).containsExactly(PENDING, PENDING);
  }

  @Test
  void an_unknown_word_is_undecided_and_then_a_failure() {
    var seen = over(WAVE, LAUNCHED, new LaunchStatus("SOMETHING_NEW"));

    var settling = WAVE.observe(seen, SOON, POLICY);

    assertPolling(settling);
    assertFailed(
        again(settling, seen, SOON.plus(POLICY.settling())),
        "1 of 2 servers did not launch: s-0-1 (SOMETHING_NEW)");
  }

  @Test
  void an_unknown_word_of_the_job_is_not_its_end() {
    var seen =
        look(
            "SOMETHING_NEW",
            HashMap.of(
                id(0), ServerObservation.of(LAUNCHED), id(1), ServerObservation.of(LAUNCHED)));

    assertPolling(WAVE.observe(seen, SOON, POLICY));
  }

  @Test
  void a_wave_without_servers_fails() {
    var empty = running(plan(0, 0));

    assertFailed(empty.observe(over(empty), SOON, POLICY), "The wave has no servers");
  }

  @Test
  void a_late_server_gets_a_grace_after_the_end_of_the_job() {
    var settling = WAVE.observe(over(WAVE, LAUNCHED, IN_PROGRESS), SOON, POLICY);
    var almost = SOON.plus(POLICY.settling()).minusMillis(1);

    assertPolling(again(settling, over(WAVE, LAUNCHED, IN_PROGRESS), almost));
    assertThat(again(settling, success(WAVE), almost).status()).isEqualTo(WaveStatus.COMPLETED);
  }

  @Test
  void a_server_that_stays_undecided_counts_as_failed_after_the_grace() {
    var settling = WAVE.observe(over(WAVE, LAUNCHED, IN_PROGRESS), SOON, POLICY);

    assertFailed(
        again(settling, over(WAVE, LAUNCHED, IN_PROGRESS), SOON.plus(POLICY.settling())),
        "1 of 2 servers did not launch: s-0-1 (IN_PROGRESS)");
  }

  @Test
  void the_grace_counts_from_the_first_sight_of_the_end() {
    var first = WAVE.observe(over(WAVE, LAUNCHED), SOON, POLICY);
    var second = again(first, over(WAVE, LAUNCHED), SOON.plusSeconds(200));

    assertThat(again(second, over(WAVE, LAUNCHED), SOON.plusSeconds(300)).status())
        .isEqualTo(WaveStatus.FAILED);
  }

  @Test
  void a_late_answer_does_not_revive_an_ended_job() {
    var settling = WAVE.observe(over(WAVE, LAUNCHED), SOON, POLICY);

    assertFailed(
        again(settling, working(WAVE, LAUNCHED), SOON.plus(POLICY.settling())),
        "1 of 2 servers did not launch: s-0-1 (PENDING)");
    assertThat(again(settling, working(WAVE, LAUNCHED, LAUNCHED), SOON.plusSeconds(1)).status())
        .isEqualTo(WaveStatus.COMPLETED);
  }

  @Test
  void one_look_that_does_not_find_an_ended_job_does_not_cut_the_grace_short() {
    var settling = WAVE.observe(over(WAVE, LAUNCHED), SOON, POLICY);

    var missed = again(settling, noJob(), SOON.plusSeconds(15));

    assertPolling(missed);
    assertThat(again(missed, success(WAVE), SOON.plusSeconds(30)).status())
        .isEqualTo(WaveStatus.COMPLETED);
  }

  @Test
  void a_job_may_be_unknown_for_a_while() {
    var missing = WAVE.observe(noJob(), SOON, POLICY);

    assertPolling(missing);
    assertPolling(again(missing, noJob(), SOON.plus(POLICY.disappearance())));
  }

  @Test
  void a_job_that_stays_unknown_fails_its_wave() {
    var missing = WAVE.observe(noJob(), SOON, POLICY);

    assertFailed(
        again(missing, noJob(), SOON.plus(POLICY.disappearance()).plusMillis(1)),
        "2 of 2 servers did not launch and DRS no longer knows job drsjob-0:"
            + " s-0-0 (PENDING), s-0-1 (PENDING)");
  }

  @Test
  void a_job_that_comes_back_starts_the_wait_anew() {
    var missing = WAVE.observe(noJob(), SOON, POLICY);
    var back = again(missing, working(WAVE), SOON.plusSeconds(300));
    var gone = again(back, noJob(), SOON.plusSeconds(500));

    assertPolling(gone);
    assertPolling(again(gone, noJob(), SOON.plusSeconds(500).plus(POLICY.disappearance())));
  }

  @Test
  void a_wave_whose_servers_all_launched_completes_although_its_job_disappeared() {
    var launched = WAVE.observe(working(WAVE, LAUNCHED, LAUNCHED), SOON, POLICY);
    var gone = again(launched, noJob(), SOON.plusSeconds(15));

    assertPolling(gone);
    assertThat(again(gone, noJob(), SOON.plusSeconds(700)).status())
        .isEqualTo(WaveStatus.COMPLETED);
  }

  @Test
  void a_wave_past_its_deadline_fails_even_if_every_server_launched() {
    var deadline = NOON.plus(POLICY.deadline());
    var seen = working(WAVE, LAUNCHED, LAUNCHED);

    assertPolling(WAVE.observe(seen, deadline, POLICY));
    assertFailed(
        WAVE.observe(seen, deadline.plusMillis(1), POLICY),
        "Not finished within PT24H of its start");
  }

  @Test
  void a_wave_that_was_found_finished_after_its_deadline_is_judged_by_its_servers() {
    var late = NOON.plus(POLICY.deadline()).plusSeconds(60);

    assertThat(WAVE.observe(success(WAVE), late, POLICY).status()).isEqualTo(WaveStatus.COMPLETED);
    assertThat(WAVE.observe(disaster(WAVE), late, POLICY).status()).isEqualTo(WaveStatus.FAILED);
  }

  private static Wave again(Wave wave, JobObservation seen, Instant now) {
    return wave instanceof RunningWave running ? running.observe(seen, now, POLICY) : wave;
  }

  private static void assertPolling(Wave wave) {
    assertThat(wave.status()).isEqualTo(WaveStatus.POLLING);
  }

  private static void assertFailed(Wave wave, String message) {
    assertThat(wave.status()).isEqualTo(WaveStatus.FAILED);
    assertThat(((EndedWave) wave).message()).contains(message);
  }

  private static SourceServerId id(int server) {
    return SampleServers.serverId(0, server);
  }
}
