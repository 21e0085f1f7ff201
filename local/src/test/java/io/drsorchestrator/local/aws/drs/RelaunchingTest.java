package io.drsorchestrator.local.aws.drs;

import static io.drsorchestrator.local.aws.Servers.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.aws.RunningAws;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.drs.model.JobLog;
import software.amazon.awssdk.services.drs.model.LaunchStatus;
import software.amazon.awssdk.services.drs.model.RecoveryInstance;

class RelaunchingTest {

  private final RunningAws aws = RunningAws.withServers(1);

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void the_older_instance_is_cleaned_up_first() {
    String old = aws.launched(id(1));
    String jobId = aws.start(id(1)).jobID();
    aws.passSeconds(600);

    List<JobLog> log = aws.drs().describeJobLogItems(r -> r.jobID(jobId)).items();
    assertThat(log.stream().map(JobLog::eventAsString))
        .startsWith("JOB_START", "CLEANUP_START", "CLEANUP_END", "SNAPSHOT_START");
    assertThat(log.get(1).eventData().targetInstanceID()).isEqualTo(old);
    assertThat(log.get(2).eventData().targetInstanceID()).isEqualTo(old);
  }

  @Test
  void only_the_new_instance_is_left() {
    String old = aws.launched(id(1));
    String now = aws.launched(id(1));

    assertThat(now).isNotEqualTo(old);
    assertThat(aws.drs().describeRecoveryInstances(r -> {}).items())
        .extracting(RecoveryInstance::recoveryInstanceID)
        .containsExactly(now);
  }

  @Test
  void the_launch_of_the_removed_instance_counts_as_terminated() {
    String first = aws.start(id(1)).jobID();
    aws.passSeconds(600);
    aws.launched(id(1));

    assertThat(aws.participant(first, id(1)).launchStatus()).isEqualTo(LaunchStatus.TERMINATED);
  }
}
