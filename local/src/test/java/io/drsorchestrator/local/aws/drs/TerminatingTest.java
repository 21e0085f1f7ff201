package io.drsorchestrator.local.aws.drs;

import static io.drsorchestrator.local.aws.Servers.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.local.aws.RunningAws;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.drs.model.ConflictException;
import software.amazon.awssdk.services.drs.model.InitiatedBy;
import software.amazon.awssdk.services.drs.model.Job;
import software.amazon.awssdk.services.drs.model.JobLog;
import software.amazon.awssdk.services.drs.model.JobStatus;
import software.amazon.awssdk.services.drs.model.JobType;
import software.amazon.awssdk.services.drs.model.LaunchStatus;
import software.amazon.awssdk.services.drs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.drs.model.ValidationException;

class TerminatingTest {

  private final RunningAws aws = RunningAws.withServers(2);

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void a_terminate_job_runs_and_then_names_no_servers_any_more() {
    String instance = aws.launched(id(1));
    Job job = terminate(instance);

    assertThat(job.type()).isEqualTo(JobType.TERMINATE);
    assertThat(job.initiatedBy()).isEqualTo(InitiatedBy.TERMINATE_RECOVERY_INSTANCES);
    assertThat(job.status()).isEqualTo(JobStatus.PENDING);
    assertThat(job.participatingServers().get(0).recoveryInstanceID()).isEqualTo(instance);

    aws.passSeconds(600);
    Job ended = aws.job(job.jobID());
    assertThat(ended.status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(ended.participatingServers()).isEmpty();
    assertThat(aws.drs().describeJobLogItems(r -> r.jobID(job.jobID())).items())
        .extracting(JobLog::eventAsString)
        .containsExactly("JOB_START", "CLEANUP_START", "CLEANUP_END", "JOB_END");
  }

  @Test
  void the_instance_shuts_down_and_disappears() {
    String instance = aws.launched(id(1));
    terminate(instance);

    aws.passSeconds(12);
    assertThat(aws.drs().describeRecoveryInstances(r -> {}).items().get(0))
        .satisfies(it -> assertThat(it.ec2InstanceStateAsString()).isEqualTo("SHUTTING-DOWN"));
    aws.passSeconds(600);
    assertThat(aws.drs().describeRecoveryInstances(r -> {}).items()).isEmpty();
    assertThat(aws.drs().describeSourceServers(r -> {}).items().get(0).recoveryInstanceId())
        .isNull();
  }

  @Test
  void a_server_is_terminated_while_the_job_still_runs() {
    Job job = terminate(aws.launched(id(1)));

    aws.passSeconds(30);

    assertThat(aws.job(job.jobID()).participatingServers().get(0).launchStatus())
        .isEqualTo(LaunchStatus.TERMINATED);
  }

  @Test
  void an_instance_that_is_gone_cannot_be_terminated_again() {
    String instance = aws.launched(id(1));
    terminate(instance);

    assertThatThrownBy(() -> terminate(instance)).isInstanceOf(ConflictException.class);
    aws.passSeconds(600);
    assertThatThrownBy(() -> terminate(instance)).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void a_server_that_is_launched_again_cannot_be_terminated_meanwhile() {
    String instance = aws.launched(id(1));
    aws.start(id(1));

    assertThatThrownBy(() -> terminate(instance)).isInstanceOf(ConflictException.class);
  }

  @Test
  void an_unknown_instance_refuses_the_whole_call() {
    String instance = aws.launched(id(1));

    assertThatThrownBy(() -> terminate(instance, "i-00000000000000000"))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("i-00000000000000000");
    assertThat(aws.aws().jobs()).hasSize(1);
  }

  @Test
  void nothing_and_twice_the_same_are_invalid() {
    String instance = aws.launched(id(1));

    assertThatThrownBy(this::terminate).isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> terminate(instance, instance)).isInstanceOf(ValidationException.class);
  }

  private Job terminate(String... instances) {
    return aws.drs()
        .terminateRecoveryInstances(r -> r.recoveryInstanceIDs(List.of(instances)))
        .job();
  }
}
