package io.drsorchestrator.local.contract;

import io.drsorchestrator.adapter.out.drs.DrsRecoveryInstances;
import io.drsorchestrator.adapter.out.drs.DrsRecoveryJobs;
import io.drsorchestrator.adapter.out.ec2.Ec2Instances;
import io.drsorchestrator.application.contract.RecoveryInstancesContract;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.local.aws.RunningAws;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** The adapter of recovery instances on the real SDK clients and the simulated AWS. */
final class InstancesAdapterContractTest extends RecoveryInstancesContract {

  private final RunningAws aws = RunningAws.withServers(101);
  private final RecoveryJobs jobs = new DrsRecoveryJobs(scope -> aws.drs());
  private final RecoveryInstances instances =
      new DrsRecoveryInstances(scope -> aws.drs(), new Ec2Instances(scope -> aws.ec2()));

  @AfterEach
  void stop() {
    aws.close();
  }

  @Override
  protected RecoveryJobs jobs() {
    return jobs;
  }

  @Override
  protected RecoveryInstances instances() {
    return instances;
  }

  @Override
  protected Instant now() {
    return aws.now();
  }

  @Override
  protected void succeed(JobId job) {
    aws.passSeconds(900);
  }

  @Override
  protected void finish(JobId job) {
    aws.passSeconds(900);
  }
}
