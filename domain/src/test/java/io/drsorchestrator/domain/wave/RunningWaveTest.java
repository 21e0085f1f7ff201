package io.drsorchestrator.domain.wave;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.server.LaunchStatus.LAUNCHED;
import static io.drsorchestrator.domain.wave.SampleWaves.POLICY;
import static io.drsorchestrator.domain.wave.SampleWaves.noJob;
import static io.drsorchestrator.domain.wave.SampleWaves.over;
import static io.drsorchestrator.domain.wave.SampleWaves.plan;
import static io.drsorchestrator.domain.wave.SampleWaves.running;
import static io.drsorchestrator.domain.wave.SampleWaves.working;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.SampleServers;
import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.wave.JobObservation.JobState;
import io.vavr.collection.HashMap;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a look adds to a wave that goes on; how it ends is in {@link WaveVerdictTest}. */
class RunningWaveTest {

  private static final RunningWave WAVE = running(plan(0));
  private static final Instant SOON = NOON.plusSeconds(15);

  @Test
  void counts_every_look() {
    var once = look(WAVE, working(WAVE), SOON);
    var twice = look(once, working(WAVE), SOON);

    assertThat(once.revision()).isEqualTo(1);
    assertThat(twice.revision()).isEqualTo(2);
  }

  @Test
  void keeps_its_identity() {
    var seen = look(WAVE, working(WAVE, LAUNCHED), SOON);

    assertThat(seen.plan()).isEqualTo(WAVE.plan());
    assertThat(seen.number()).isEqualTo(WaveNumber.FIRST);
    assertThat(seen.startTime()).isEqualTo(NOON);
    assertThat(seen.jobId()).isEqualTo(WAVE.jobId());
    assertThat(seen.region()).isEqualTo(WAVE.region());
    assertThat(seen.servers().map(Server::id)).containsExactlyElementsOf(plan(0).serverIds());
  }

  @Test
  void remembers_the_job_as_it_was_seen() {
    var seen =
        look(
            WAVE,
            new JobObservation(
                Option.some(
                    new JobState("STARTED", Option.some(NOON), Option.some(NOON.plusSeconds(9)))),
                working(WAVE, LAUNCHED, LaunchStatus.IN_PROGRESS).servers()),
            SOON);

    assertThat(seen.job())
        .contains(
            new RecoveryJob(
                "STARTED",
                2,
                1,
                Option.some(NOON),
                Option.some(NOON.plusSeconds(9)),
                Option.none()));
  }

  @Test
  void remembers_when_the_end_of_the_job_was_first_known() {
    var ended = look(WAVE, over(WAVE, LAUNCHED), SOON);
    var again = look(ended, over(WAVE, LAUNCHED), SOON.plusSeconds(60));

    assertThat(again.job().flatMap(RecoveryJob::endedBy)).contains(SOON);
  }

  @Test
  void forgets_nothing_of_the_job_for_a_poorer_answer() {
    var rich =
        look(
            WAVE,
            new JobObservation(
                Option.some(
                    new JobState("COMPLETED", Option.some(NOON), Option.some(NOON.plusSeconds(9)))),
                over(WAVE, LAUNCHED, LaunchStatus.IN_PROGRESS).servers()),
            SOON);

    assertThat(look(rich, working(WAVE), SOON.plusSeconds(1)).job()).isEqualTo(rich.job());
    assertThat(look(rich, noJob(), SOON.plusSeconds(1)).job()).isEqualTo(rich.job());
  }

  @Test
  void remembers_since_when_its_job_is_missing() {
    var missing = look(WAVE, noJob(), SOON);
    var still = look(missing, noJob(), SOON.plusSeconds(60));

    assertThat(still.missingSince()).contains(SOON);
    assertThat(look(still, working(WAVE), SOON.plusSeconds(90)).missingSince()).isEmpty();
  }

  @Test
  void learns_of_its_servers_even_while_the_job_is_missing() {
    var seen =
        look(
            WAVE,
            new JobObservation(
                Option.none(),
                HashMap.of(SampleServers.serverId(0, 0), SampleServers.everythingAboutALaunch())),
            SOON);

    assertThat(seen.servers().head().name()).isEqualTo("web-1");
    assertThat(seen.missingSince()).contains(SOON);
  }

  private static RunningWave look(RunningWave wave, JobObservation seen, Instant now) {
    return (RunningWave) wave.observe(seen, now, POLICY);
  }

  /** Nobody has seen anything, so that even a job whose grace is over decides nothing. */
  @Test
  void a_look_without_an_answer_ends_nothing_but_a_wave_at_its_deadline() {
    var wave = running(plan(0));
    var settling = (RunningWave) wave.observe(SampleWaves.over(wave), NOON, POLICY);
    var hoursLater = NOON.plus(Duration.ofHours(9));

    var unchanged = (RunningWave) settling.unanswered(hoursLater, POLICY);

    assertThat(unchanged.servers()).isEqualTo(settling.servers());
    assertThat(unchanged.job()).isEqualTo(settling.job());
    assertThat(unchanged.revision()).isEqualTo(settling.revision() + 1);
    assertThat(settling.unanswered(NOON.plus(POLICY.deadline()).plusSeconds(1), POLICY).status())
        .isEqualTo(WaveStatus.FAILED);
  }
}
