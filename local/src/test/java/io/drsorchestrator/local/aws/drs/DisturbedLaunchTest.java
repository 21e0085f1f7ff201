package io.drsorchestrator.local.aws.drs;

import static io.drsorchestrator.local.aws.Servers.id;
import static io.drsorchestrator.local.aws.Servers.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.local.aws.RunningAws;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.drs.model.Job;
import software.amazon.awssdk.services.drs.model.JobLog;
import software.amazon.awssdk.services.drs.model.JobStatus;
import software.amazon.awssdk.services.drs.model.LastLaunchResult;
import software.amazon.awssdk.services.drs.model.LaunchStatus;
import software.amazon.awssdk.services.drs.model.ValidationException;

class DisturbedLaunchTest {

  private final RunningAws aws = RunningAws.withServers(12);

  @AfterEach
  void stop() {
    aws.close();
  }

  @ParameterizedTest
  @CsvSource({
    "SNAPSHOT,SNAPSHOT_FAIL,false",
    "CONVERSION,CONVERSION_FAIL,false",
    "LAUNCH,LAUNCH_FAILED,true"
  })
  void a_failure_is_told_by_status_and_log_while_the_job_completes(
      Stage stage, String event, boolean launchStarted) {
    aws.aws().add(ServerBehaviour.of("server1", fails(stage)));
    String jobId = aws.start(ids(2)).jobID();
    aws.passSeconds(600);

    assertThat(aws.job(jobId).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(aws.participant(jobId, id(1)).launchStatus()).isEqualTo(LaunchStatus.FAILED);
    assertThat(aws.participant(jobId, id(1)).recoveryInstanceID()).isNull();
    assertThat(aws.participant(jobId, id(2)).launchStatus()).isEqualTo(LaunchStatus.LAUNCHED);
    List<JobLog> log = logOf(jobId, id(1));
    JobLog last = log.get(log.size() - 1);
    assertThat(last.eventAsString()).isEqualTo(event);
    assertThat(last.eventData().rawError()).isEqualTo("no such subnet");
    assertThat(log.stream().anyMatch(it -> it.eventAsString().equals("LAUNCH_START")))
        .isEqualTo(launchStarted);
    assertThat(aws.drs().describeSourceServers(r -> {}).items().get(0).lastLaunchResult())
        .isEqualTo(LastLaunchResult.FAILED);
    assertThat(aws.drs().describeRecoveryInstances(r -> {}).items()).hasSize(1);
  }

  @Test
  void a_failure_may_hold_for_the_first_launches_only() {
    aws.aws().add(ServerBehaviour.of(id(1), fails(Stage.LAUNCH)).forLaunches(1));
    String first = aws.start(id(1)).jobID();
    aws.passSeconds(600);
    String second = aws.start(id(1)).jobID();
    aws.passSeconds(600);

    assertThat(aws.participant(first, id(1)).launchStatus()).isEqualTo(LaunchStatus.FAILED);
    assertThat(aws.participant(second, id(1)).launchStatus()).isEqualTo(LaunchStatus.LAUNCHED);
  }

  @Test
  void a_star_matches_part_of_a_name_and_a_dot_only_itself() {
    aws.aws().add(ServerBehaviour.of("server1*", fails(Stage.LAUNCH)));
    aws.aws().add(ServerBehaviour.of("serve.2", fails(Stage.LAUNCH)));
    String jobId = aws.start(ids(12)).jobID();
    aws.passSeconds(600);

    assertThat(
            aws.job(jobId).participatingServers().stream()
                .filter(server -> server.launchStatus() == LaunchStatus.FAILED)
                .map(server -> server.sourceServerID()))
        .containsExactly(id(1), id(10), id(11), id(12));
  }

  @Test
  void a_slow_server_holds_up_the_end_of_the_job() {
    aws.aws().add(ServerBehaviour.of("server1", new Disturbance.Slow(10, Duration.ofSeconds(100))));
    String jobId = aws.start(ids(2)).jobID();

    aws.passSeconds(600);
    assertThat(aws.job(jobId).status()).isEqualTo(JobStatus.STARTED);
    assertThat(aws.participant(jobId, id(2)).launchStatus()).isEqualTo(LaunchStatus.LAUNCHED);
    assertThat(aws.participant(jobId, id(1)).launchStatus()).isNotEqualTo(LaunchStatus.LAUNCHED);
    aws.passSeconds(2600);
    assertThat(aws.job(jobId).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(aws.participant(jobId, id(1)).launchStatus()).isEqualTo(LaunchStatus.LAUNCHED);
  }

  @ParameterizedTest
  @CsvSource({"SNAPSHOT,PENDING", "CONVERSION,PENDING", "LAUNCH,IN_PROGRESS"})
  void a_stuck_server_never_ends_and_neither_does_its_job(Stage stage, String status) {
    aws.aws().add(ServerBehaviour.of("server1", new Disturbance.Stuck(stage)));
    String jobId = aws.start(id(1)).jobID();

    aws.pass(Duration.ofDays(30));

    assertThat(aws.job(jobId).status()).isEqualTo(JobStatus.STARTED);
    assertThat(aws.participant(jobId, id(1)).launchStatusAsString()).isEqualTo(status);
    assertThat(aws.participant(jobId, id(1)).recoveryInstanceID()).isNull();
    assertThat(aws.drs().describeRecoveryInstances(r -> {}).items()).isEmpty();
  }

  @Test
  void the_instance_id_can_come_after_the_job_has_completed() {
    aws.aws()
        .add(ServerBehaviour.of("server1", new Disturbance.LateInDrs(Duration.ofSeconds(1000))));
    String jobId = aws.start(id(1)).jobID();

    aws.passSeconds(600);
    assertThat(aws.job(jobId).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(aws.participant(jobId, id(1)).launchStatus()).isEqualTo(LaunchStatus.LAUNCHED);
    assertThat(aws.participant(jobId, id(1)).recoveryInstanceID()).isNull();
    assertThat(aws.drs().describeRecoveryInstances(r -> {}).items()).isEmpty();
    aws.passSeconds(700);
    assertThat(aws.participant(jobId, id(1)).recoveryInstanceID()).isNotNull();
    assertThat(aws.drs().describeRecoveryInstances(r -> {}).items()).hasSize(1);
  }

  @Test
  void a_job_can_disappear_while_its_work_goes_on() {
    aws.aws()
        .add(ServerBehaviour.of("server1", new Disturbance.JobVanishes(Duration.ofSeconds(60))));
    Job job = aws.start(id(1));

    aws.passSeconds(59);
    assertThat(aws.job(job.jobID())).isNotNull();
    aws.passSeconds(541);
    assertThat(aws.drs().describeJobs(r -> {}).items()).isEmpty();
    assertThatThrownBy(() -> aws.drs().describeJobLogItems(r -> r.jobID(job.jobID())))
        .isInstanceOf(ValidationException.class);
    assertThat(aws.drs().describeRecoveryInstances(r -> {}).items()).hasSize(1);
    assertThat(aws.aws().jobs()).hasSize(1);
  }

  private List<JobLog> logOf(String jobId, String serverId) {
    return aws.drs().describeJobLogItems(r -> r.jobID(jobId)).items().stream()
        .filter(line -> serverId.equals(line.eventData().sourceServerID()))
        .toList();
  }

  private static Disturbance fails(Stage stage) {
    return new Disturbance.Fails(new Failure(stage, "no such subnet"));
  }
}
