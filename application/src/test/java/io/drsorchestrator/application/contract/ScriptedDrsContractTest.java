package io.drsorchestrator.application.contract;

import static io.drsorchestrator.domain.Moments.NOON;

import io.drsorchestrator.application.memory.ScriptedDrs;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.domain.wave.JobId;
import java.time.Instant;

/** The double of DRS behaves like DRS. */
final class ScriptedDrsContractTest extends DrsContract {

  private final ScriptedDrs drs = new ScriptedDrs(() -> NOON);

  @Override
  protected RecoveryJobs jobs() {
    return drs;
  }

  @Override
  protected RecoveryServers servers() {
    return drs;
  }

  @Override
  protected Instant now() {
    return NOON;
  }

  @Override
  protected void succeed(JobId job) {
    drs.succeed(job);
  }

  @Override
  protected void fillQuota() {
    drs.limit(0);
  }
}
