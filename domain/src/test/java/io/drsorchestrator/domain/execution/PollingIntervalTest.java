package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.wave.SampleWaves.POLICY;
import static io.drsorchestrator.domain.wave.SampleWaves.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollingIntervalTest {

  private static final RunningWave FRESH = SampleWaves.running(plan(0));

  @Test
  void is_half_a_minute_while_nothing_has_begun() {
    assertThat(PollingInterval.of(FRESH, NOON)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void is_short_while_a_server_launches() {
    assertThat(after(SampleWaves.working(FRESH, LaunchStatus.IN_PROGRESS)))
        .isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void is_short_while_servers_settle_after_their_job() {
    assertThat(after(SampleWaves.over(FRESH, LaunchStatus.LAUNCHED)))
        .isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void is_short_when_only_the_end_of_the_job_is_missing() {
    assertThat(after(SampleWaves.working(FRESH, LaunchStatus.LAUNCHED, LaunchStatus.FAILED)))
        .isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void is_normal_while_some_servers_wait() {
    assertThat(after(SampleWaves.working(FRESH, LaunchStatus.LAUNCHED)))
        .isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({
    "PT1H, PT30S",
    "PT1H1S, PT1M",
    "PT4H, PT1M",
    "PT4H1S, PT2M",
    "PT24H, PT2M",
    "-PT1H, PT30S",
  })
  void grows_with_the_age_of_the_wave(Duration age, Duration interval) {
    assertThat(PollingInterval.of(FRESH, NOON.plus(age))).isEqualTo(interval);
  }

  @Test
  void is_short_for_a_while_after_the_job_has_ended_however_old_the_wave_is() {
    var late = NOON.plus(Duration.ofHours(9));
    var over = (RunningWave) FRESH.observe(SampleWaves.over(FRESH), late, POLICY);

    assertThat(PollingInterval.of(over, late)).isEqualTo(Duration.ofSeconds(15));
    assertThat(PollingInterval.of(over, late.plus(Duration.ofMinutes(11))))
        .isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void a_wave_at_its_deadline_has_used_less_than_half_the_history_of_its_state_machine() {
    var wave = launching();
    var now = NOON;
    var polls = 0;
    while (!now.isAfter(NOON.plus(POLICY.deadline()))) {
      polls++;
      now = now.plus(PollingInterval.of(wave, now));
    }

    assertThat(polls * 9).isLessThan(12_500);
    assertThat(polls).isGreaterThan(24 * 30);
  }

  private static Duration after(JobObservation seen) {
    return PollingInterval.of((RunningWave) FRESH.observe(seen, NOON, POLICY), NOON);
  }

  /** Polled at the shortest interval for as long as possible. */
  private static RunningWave launching() {
    Instant now = NOON;
    var seen = SampleWaves.working(FRESH, LaunchStatus.IN_PROGRESS, LaunchStatus.IN_PROGRESS);
    return (RunningWave) FRESH.observe(seen, now, POLICY);
  }
}
