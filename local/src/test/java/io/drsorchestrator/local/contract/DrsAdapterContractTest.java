package io.drsorchestrator.local.contract;

import io.drsorchestrator.adapter.out.drs.DrsRecoveryJobs;
import io.drsorchestrator.adapter.out.drs.DrsRecoveryServers;
import io.drsorchestrator.adapter.out.ec2.Ec2Instances;
import io.drsorchestrator.application.contract.DrsContract;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.local.aws.RunningAws;
import io.drsorchestrator.local.aws.drs.Quotas;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** The adapters of DRS and EC2 on the real SDK clients and the simulated AWS. */
final class DrsAdapterContractTest extends DrsContract {

  private static final int SERVERS = 30;

  private final RunningAws aws = RunningAws.withServers(SERVERS);
  private final RecoveryJobs jobs = new DrsRecoveryJobs(scope -> aws.drs());
  private final RecoveryServers servers =
      new DrsRecoveryServers(scope -> aws.drs(), new Ec2Instances(scope -> aws.ec2()));

  @AfterEach
  void stop() {
    aws.close();
  }

  @Override
  protected RecoveryJobs jobs() {
    return jobs;
  }

  @Override
  protected RecoveryServers servers() {
    return servers;
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
  protected void fillQuota() {
    for (int i = 0; i < Quotas.DEFAULT.concurrentJobs(); i++) {
      var unused = start(SERVERS - i);
    }
  }
}
