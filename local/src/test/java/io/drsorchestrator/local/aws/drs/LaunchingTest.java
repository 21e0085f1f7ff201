package io.drsorchestrator.local.aws.drs;

import static io.drsorchestrator.local.aws.RunningAws.NOON;
import static io.drsorchestrator.local.aws.RunningAws.targets;
import static io.drsorchestrator.local.aws.Servers.id;
import static io.drsorchestrator.local.aws.Servers.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.aws.RunningAws;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.drs.model.InitiatedBy;
import software.amazon.awssdk.services.drs.model.Job;
import software.amazon.awssdk.services.drs.model.JobLog;
import software.amazon.awssdk.services.drs.model.JobStatus;
import software.amazon.awssdk.services.drs.model.JobType;
import software.amazon.awssdk.services.drs.model.LastLaunchResult;
import software.amazon.awssdk.services.drs.model.LastLaunchType;
import software.amazon.awssdk.services.drs.model.LaunchStatus;
import software.amazon.awssdk.services.drs.model.ParticipatingServer;
import software.amazon.awssdk.services.drs.model.RecoveryInstance;
import software.amazon.awssdk.services.drs.model.SourceServer;
import software.amazon.awssdk.services.drs.model.StartRecoveryRequestSourceServer;

class LaunchingTest {

  private final RunningAws aws = RunningAws.withServers(3);

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void start_recovery_answers_202_with_a_pending_job_without_servers() {
    var response =
        aws.drs()
            .startRecovery(
                r ->
                    r.sourceServers(targets(ids(2)))
                        .isDrill(true)
                        .tags(Map.of("executionId", "e-1")));

    assertThat(response.sdkHttpResponse().statusCode()).isEqualTo(202);
    Job job = response.job();
    assertThat(job.jobID()).matches("drsjob-[0-9a-f]{17}");
    assertThat(job.arn()).isEqualTo("arn:aws:drs:us-east-1:111122223333:job/" + job.jobID());
    assertThat(job.status()).isEqualTo(JobStatus.PENDING);
    assertThat(job.type()).isEqualTo(JobType.LAUNCH);
    assertThat(job.initiatedBy()).isEqualTo(InitiatedBy.START_DRILL);
    assertThat(job.creationDateTime()).isEqualTo("2026-06-01T12:00:00Z");
    assertThat(job.endDateTime()).isNull();
    assertThat(job.participatingServers()).isEmpty();
    assertThat(job.tags()).containsEntry("executionId", "e-1");
    assertThat(aws.job(job.jobID())).isEqualTo(job);
  }

  @Test
  void a_server_is_pending_then_in_progress_then_launched_and_its_id_comes_last() {
    String jobId = aws.start(id(1)).jobID();

    List<Step> steps = watch(jobId);

    assertThat(steps.stream().map(Step::status).distinct())
        .containsExactly(
            "PENDING/",
            "STARTED/PENDING",
            "STARTED/IN_PROGRESS",
            "STARTED/LAUNCHED",
            "COMPLETED/LAUNCHED");
    assertThat(secondsIn(steps, "PENDING/")).isBetween(5L, 11L);
    assertThat(secondsIn(steps, "STARTED/PENDING")).isBetween(59L, 151L);
    assertThat(secondsIn(steps, "STARTED/IN_PROGRESS")).isBetween(29L, 91L);
    assertThat(secondsIn(steps, "STARTED/LAUNCHED")).isBetween(12L, 18L);
    assertThat(steps.stream().filter(Step::named).map(Step::status).distinct())
        .containsAnyOf("STARTED/LAUNCHED", "COMPLETED/LAUNCHED")
        .doesNotContain("STARTED/IN_PROGRESS", "STARTED/PENDING");
    assertThat(aws.job(jobId).endDateTime()).isNotNull();
  }

  @Test
  void the_log_tells_the_stages_in_order() {
    String jobId = aws.start(id(1)).jobID();
    aws.passSeconds(600);

    List<JobLog> log = aws.drs().describeJobLogItems(r -> r.jobID(jobId)).items();

    assertThat(log.stream().map(JobLog::eventAsString))
        .containsExactly(
            "JOB_START",
            "SNAPSHOT_START",
            "SNAPSHOT_END",
            "CONVERSION_START",
            "CONVERSION_END",
            "LAUNCH_START",
            "JOB_END");
    assertThat(log.stream().map(line -> Instant.parse(line.logDateTime())))
        .isSorted()
        .allMatch(at -> at.isAfter(NOON));
    assertThat(log.get(3).eventData().sourceServerID()).isEqualTo(id(1));
    assertThat(log.get(3).eventData().conversionServerID()).matches("i-[0-9a-f]{17}");
    assertThat(log.get(5).eventData().targetInstanceID())
        .isEqualTo(aws.participant(jobId, id(1)).recoveryInstanceID());
    assertThat(log.get(6).logDateTime()).isEqualTo(aws.job(jobId).endDateTime());
  }

  @Test
  void the_log_shows_only_what_has_happened() {
    String jobId = aws.start(id(1)).jobID();

    assertThat(aws.drs().describeJobLogItems(r -> r.jobID(jobId)).items()).isEmpty();
    aws.passSeconds(11);
    assertThat(aws.drs().describeJobLogItems(r -> r.jobID(jobId)).items())
        .extracting(JobLog::eventAsString)
        .containsExactly("JOB_START", "SNAPSHOT_START");
  }

  @Test
  void a_pinned_snapshot_is_used_instead_of_a_new_one() {
    StartRecoveryRequestSourceServer pinned =
        StartRecoveryRequestSourceServer.builder()
            .sourceServerID(id(1))
            .recoverySnapshotID("pit-0123456789abcdef0")
            .build();
    String jobId = aws.drs().startRecovery(r -> r.sourceServers(pinned)).job().jobID();
    aws.passSeconds(600);

    assertThat(aws.drs().describeJobLogItems(r -> r.jobID(jobId)).items())
        .extracting(JobLog::eventAsString)
        .contains("USING_PREVIOUS_SNAPSHOT")
        .doesNotContain("SNAPSHOT_START");
  }

  @Test
  void the_source_server_remembers_its_last_launch() {
    assertThat(server().lastLaunchResult()).isEqualTo(LastLaunchResult.NOT_STARTED);
    assertThat(server().lifeCycle().lastLaunch()).isNull();

    String jobId = aws.start(id(1)).jobID();
    var initiated = server().lifeCycle().lastLaunch().initiated();
    assertThat(initiated.jobID()).isEqualTo(jobId);
    assertThat(initiated.apiCallDateTime()).isEqualTo("2026-06-01T12:00:00Z");
    assertThat(initiated.type()).isEqualTo(LastLaunchType.RECOVERY);
    assertThat(server().lifeCycle().lastLaunch().status()).isEqualTo(LaunchStatus.PENDING);
    assertThat(server().lastLaunchResult()).isEqualTo(LastLaunchResult.PENDING);
    assertThat(server().recoveryInstanceId()).isNull();

    aws.passSeconds(600);
    assertThat(server().lifeCycle().lastLaunch().status()).isEqualTo(LaunchStatus.LAUNCHED);
    assertThat(server().lastLaunchResult()).isEqualTo(LastLaunchResult.SUCCEEDED);
    assertThat(server().recoveryInstanceId())
        .isEqualTo(aws.participant(jobId, id(1)).recoveryInstanceID());
  }

  @Test
  void the_recovery_instance_has_the_fields_of_the_model() {
    String instanceId = aws.launched(id(1));

    RecoveryInstance instance = aws.drs().describeRecoveryInstances(r -> {}).items().get(0);

    assertThat(instanceId).matches("i-[0-9a-f]{17}");
    assertThat(instance.recoveryInstanceID()).isEqualTo(instanceId);
    assertThat(instance.ec2InstanceID()).isEqualTo(instanceId);
    assertThat(instance.ec2InstanceStateAsString()).isEqualTo("RUNNING");
    assertThat(instance.sourceServerID()).isEqualTo(id(1));
    assertThat(instance.jobID()).isEqualTo(aws.aws().jobs().get(0).jobId());
    assertThat(instance.isDrill()).isFalse();
    assertThat(instance.arn())
        .isEqualTo("arn:aws:drs:us-east-1:111122223333:recovery-instance/" + instanceId);
    assertThat(instance.pointInTimeSnapshotDateTime()).isNotNull();
    assertThat(instance.recoveryInstanceProperties().identificationHints().hostname())
        .isEqualTo("server1");
  }

  @Test
  void two_simulations_with_one_seed_agree_in_everything() {
    String jobId = aws.start(ids(3)).jobID();
    aws.passSeconds(600);
    try (RunningAws twin = RunningAws.withServers(3);
        RunningAws other =
            RunningAws.with(
                b -> b.sourceServers(io.drsorchestrator.local.aws.Servers.upTo(3)).seed(2))) {
      assertThat(twin.start(ids(3)).jobID()).isEqualTo(jobId);
      assertThat(other.start(ids(3)).jobID()).isNotEqualTo(jobId);
      twin.passSeconds(600);
      assertThat(twin.job(jobId)).isEqualTo(aws.job(jobId));
    }
  }

  private SourceServer server() {
    return aws.drs()
        .describeSourceServers(r -> r.filters(f -> f.sourceServerIDs(id(1))))
        .items()
        .get(0);
  }

  private record Step(String status, boolean named) {}

  private List<Step> watch(String jobId) {
    List<Step> steps = new ArrayList<>();
    while (aws.now().isBefore(NOON.plus(Duration.ofSeconds(350)))) {
      Job job = aws.job(jobId);
      List<ParticipatingServer> servers = job.participatingServers();
      String server = servers.isEmpty() ? "" : servers.get(0).launchStatusAsString();
      boolean named = !servers.isEmpty() && servers.get(0).recoveryInstanceID() != null;
      steps.add(new Step(job.statusAsString() + "/" + server, named));
      aws.passSeconds(1);
    }
    return steps;
  }

  private static long secondsIn(List<Step> steps, String status) {
    return steps.stream().filter(step -> step.status().equals(status)).count();
  }
}
