package io.drsorchestrator.application.contract;

import static io.drsorchestrator.domain.Moments.NOON;

import io.drsorchestrator.application.memory.ScriptedDrs;
import io.drsorchestrator.application.memory.ScriptedInstances;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.domain.wave.JobId;
import java.time.Instant;

/** The double of recovery instances behaves like DRS. */
final class ScriptedInstancesContractTest extends RecoveryInstancesContract {

  private final ScriptedDrs drs = new ScriptedDrs(() -> NOON);
  private final ScriptedInstances instances = new ScriptedInstances(drs);

  @Override
  protected RecoveryJobs jobs() {
    return drs;
  }

  @Override
  protected RecoveryInstances instances() {
    return instances;
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
  protected void finish(JobId job) {
    instances.finish(job);
  }
}
