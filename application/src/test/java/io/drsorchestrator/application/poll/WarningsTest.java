package io.drsorchestrator.application.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.RecoveryJobs.JobReport;
import io.drsorchestrator.application.port.RecoveryJobs.JobServer;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobObservation.JobState;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** What is odd about an answer of DRS, in the words that an operator reads. */
class WarningsTest {

  private static final RunningWave WAVE = SampleWaves.running(SampleWaves.plan(0));
  private static final JobServer LAUNCHED = new JobServer(LaunchStatus.LAUNCHED, Option.none());

  private static Vector<String> about(String status, String... servers) {
    return Warnings.about(
        WAVE,
        new JobReport(
            new JobState(status, Option.none(), Option.none()),
            Vector.of(servers).toMap(SourceServerId::new, id -> LAUNCHED)));
  }

  @Test
  void nothing_is_odd_about_an_answer_that_names_every_server() {
    assertThat(about("STARTED", "s-0-0", "s-0-1")).isEmpty();
  }

  @Test
  void a_status_of_the_job_that_nobody_knows_is_told() {
    assertThat(about("MELTED", "s-0-0", "s-0-1"))
        .containsExactly("DRS gives the job the unknown status MELTED");
  }

  @Test
  void a_server_that_is_left_out_is_named_and_no_other() {
    assertThat(about("STARTED", "s-0-0")).containsExactly("DRS tells nothing about s-0-1");
  }

  /** It has only just begun. */
  @Test
  void a_job_that_names_no_server_yet_is_nothing_to_tell_of() {
    assertThat(about("PENDING")).isEmpty();
  }

  @Test
  void a_job_that_has_ended_without_naming_a_server_is() {
    assertThat(about("COMPLETED")).containsExactly("DRS tells nothing about s-0-0, s-0-1");
  }
}
