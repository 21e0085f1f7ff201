package io.drsorchestrator.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.adapter.out.drs.DrsLaunchAdmission;
import io.drsorchestrator.application.contract.LaunchAdmissionContract;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.LaunchAdmission.ActiveJob;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.local.aws.RunningAws;
import io.drsorchestrator.local.aws.Servers;
import io.drsorchestrator.local.aws.drs.ReplicationState;
import io.vavr.collection.Vector;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter of DRS on the real SDK client and the simulated AWS. */
final class LaunchAdmissionAdapterContractTest extends LaunchAdmissionContract {

  private static final DrsScope SCOPE =
      new DrsScope(AccountContext.current("111122223333"), "us-east-1");
  private static final int UNTIL_STARTED = 15;

  private final RunningAws aws = RunningAws.withServers(60);
  private final LaunchAdmission admission = new DrsLaunchAdmission(scope -> aws.drs());

  @AfterEach
  void stop() {
    aws.close();
  }

  @Override
  protected LaunchAdmission admission() {
    return admission;
  }

  @Override
  protected DrsScope scope() {
    return SCOPE;
  }

  @Override
  protected JobId start(int... servers) {
    var job = aws.start(Arrays.stream(servers).mapToObj(Servers::id).toList());
    aws.passSeconds(UNTIL_STARTED);
    return new JobId(job.jobID());
  }

  @Override
  protected void succeed(JobId job) {
    aws.passSeconds(900);
  }

  @Override
  protected void stall(int server) {
    aws.aws()
        .register(
            List.of(Servers.upTo(server).get(server - 1).replicating(ReplicationState.STALLED)));
  }

  /** Pages hold 50 here. */
  @Test
  void sees_servers_beyond_the_first_page() {
    var all = Vector.ofAll(Servers.ids(60)).map(SourceServerId::new);

    assertThat(admission.replication(SCOPE, all)).hasSize(60);
  }

  @Test
  void a_job_that_has_just_been_started_is_known_by_its_servers_before_it_names_them() {
    var job = new JobId(aws.start(Servers.id(1)).jobID());

    var jobs = admission.activeJobs(SCOPE);
    assertThat(jobs.map(ActiveJob::job)).containsExactly(job);
    assertThat(jobs.head().servers()).isEmpty();
    assertThat(admission.replication(SCOPE, Vector.of(server(1))).get(server(1)).get().lastLaunch())
        .containsExactly(job);
  }

  @Test
  void a_terminated_instance_is_not_live() {
    var instance = aws.launched(Servers.id(1));
    assertThat(admission.liveInstances(SCOPE, Vector.of(server(1))).get(server(1)))
        .containsExactly(instance);

    aws.drs().terminateRecoveryInstances(r -> r.recoveryInstanceIDs(instance));
    aws.passSeconds(900);

    assertThat(admission.liveInstances(SCOPE, Vector.of(server(1)))).isEmpty();
  }
}
