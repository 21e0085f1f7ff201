package io.drsorchestrator.domain.wave;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.wave.SampleWaves.LEASE;
import static io.drsorchestrator.domain.wave.SampleWaves.attempt;
import static io.drsorchestrator.domain.wave.SampleWaves.claimed;
import static io.drsorchestrator.domain.wave.SampleWaves.completed;
import static io.drsorchestrator.domain.wave.SampleWaves.plan;
import static io.drsorchestrator.domain.wave.SampleWaves.resumed;
import static io.drsorchestrator.domain.wave.SampleWaves.running;
import static io.drsorchestrator.domain.wave.SampleWaves.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.domain.server.Server;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WaveStatesTest {

  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void a_pending_wave_has_no_servers_yet() {
    assertThat(new PendingWave(plan(0)).servers()).isEmpty();
    assertThat(new PendingWave(plan(0)).status()).isEqualTo(WaveStatus.PENDING);
  }

  @Test
  void a_claim_shows_the_servers_once_they_are_resolved() {
    assertThat(resumed(plan(0)).servers()).isEmpty();
    assertThat(claimed(plan(0)).servers())
        .containsExactlyElementsOf(plan(0).serverIds().map(Server::awaiting));
    assertThat(claimed(plan(0)).status()).isEqualTo(WaveStatus.POLLING);
  }

  @Test
  void a_lease_holds_until_its_end() {
    var claimed = claimed(plan(0));

    assertThat(claimed.lease(NOON)).isEqualTo(LEASE);
    assertThat(claimed.lease(NOON.plus(LEASE).minusMillis(1))).isEqualTo(Duration.ofMillis(1));
    assertThat(claimed.lease(NOON.plus(LEASE))).isZero();
    assertThat(claimed.lease(NOON.plus(LEASE).plusMillis(1))).isZero();
    assertThat(resumed(plan(0)).lease(NOON)).isZero();
  }

  /** DRS stamps its jobs by a clock of its own. */
  @Test
  void a_job_of_a_claim_may_look_five_minutes_older_than_the_claim() {
    var taken = claimed(plan(0)).reclaim(target(plan(0)), attempt("attempt-2", LATER));

    assertThat(taken.earliestLaunch()).isEqualTo(NOON.minus(Duration.ofMinutes(5)));
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, true, false",
    "STARTED, true, false",
    "COMPLETED, true, true",
    "FAILED, false, false",
    "completed, false, false",
    "'', false, false",
  })
  void a_job_has_ended_by_one_word_of_three(String word, boolean known, boolean ended) {
    var job = new RecoveryJob(word, 2, 0, Option.none(), Option.none(), Option.none());

    assertThat(RecoveryJob.isKnown(word)).isEqualTo(known);
    assertThat(job.hasEnded()).isEqualTo(ended);
  }

  @Test
  void a_claim_is_taken_over_with_the_servers_that_were_first_resolved() {
    var second = attempt("attempt-2", LATER);

    assertThat(claimed(plan(0)).reclaim(target(plan(5)), second))
        .isEqualTo(
            new ClaimedWave(plan(0), NOON, Option.some(target(plan(0))), Option.some(second)));
    assertThat(resumed(plan(0)).reclaim(target(plan(5)), second).target())
        .contains(target(plan(5)));
  }

  @Test
  void a_launched_wave_awaits_the_servers_of_its_job() {
    assertThat(claimed(plan(0)).launched(SampleWaves.jobOf(plan(0)), target(plan(0))))
        .isEqualTo(running(plan(0)));
  }

  @Test
  void a_wave_that_never_started_has_no_start() {
    assertThat(new PendingWave(plan(0)).cancel(LATER))
        .isEqualTo(neverLaunched(WaveStatus.CANCELLED, Option.none(), Option.none()));
  }

  @Test
  void a_wave_that_failed_at_once_started_then() {
    assertThat(new PendingWave(plan(0)).fail("no servers", LATER))
        .isEqualTo(neverLaunched(WaveStatus.FAILED, Option.some(LATER), Option.some("no servers")));
  }

  @Test
  void a_claim_that_ends_keeps_its_start() {
    assertThat(claimed(plan(0)).cancel(LATER))
        .isEqualTo(neverLaunched(WaveStatus.CANCELLED, Option.some(NOON), Option.none()));
    assertThat(claimed(plan(0)).fail("why", LATER))
        .isEqualTo(neverLaunched(WaveStatus.FAILED, Option.some(NOON), Option.some("why")));
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "POLLING"})
  void an_ended_wave_has_a_final_status(WaveStatus status) {
    var ended = completed(plan(0));

    assertThat(status.isTerminal()).isFalse();
    assertThatThrownBy(
            () ->
                new EndedWave(
                    ended.plan(),
                    status,
                    ended.startTime(),
                    ended.endTime(),
                    ended.launch(),
                    ended.servers(),
                    ended.message()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an ended wave cannot be " + status);
  }

  @ParameterizedTest
  @EnumSource(names = {"COMPLETED", "FAILED", "CANCELLED"})
  void three_statuses_are_final(WaveStatus status) {
    assertThat(status.isTerminal()).isTrue();
  }

  @Test
  void waves_are_counted_from_0_and_told_from_1() {
    assertThat(new WaveNumber(2)).hasToString("2");
    assertThat(new WaveNumber(2).ordinal()).isEqualTo(3);
    assertThat(WaveNumber.FIRST).isLessThan(new WaveNumber(1));
    assertThatThrownBy(() -> new WaveNumber(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a wave number must not be negative: -1");
  }

  @Test
  void a_job_id_is_not_blank() {
    assertThat(new JobId("drsjob-0")).hasToString("drsjob-0");
    assertThatThrownBy(() -> new JobId(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a job id must not be blank");
  }

  @Test
  void a_wave_may_take_a_day_by_default() {
    assertThat(WavePolicy.DEFAULT)
        .isEqualTo(
            new WavePolicy(
                Duration.ofHours(24),
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                Duration.ofMinutes(2)));
  }

  private static EndedWave neverLaunched(
      WaveStatus status, Option<Instant> start, Option<String> message) {
    return new EndedWave(plan(0), status, start, LATER, Option.none(), Vector.empty(), message);
  }
}
