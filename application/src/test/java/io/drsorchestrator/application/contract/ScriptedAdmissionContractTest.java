package io.drsorchestrator.application.contract;

import static io.drsorchestrator.domain.Moments.NOON;

import io.drsorchestrator.application.memory.ScriptedAdmission;
import io.drsorchestrator.application.memory.ScriptedDrs;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.RecoveryJobs.Launch;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Started;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;

/** The double of DRS says before a launch what DRS does. */
final class ScriptedAdmissionContractTest extends LaunchAdmissionContract {

  private static final DrsScope SCOPE = new DrsScope(Workbench.HUB, "us-east-1");

  private final ScriptedDrs drs = new ScriptedDrs(() -> NOON);
  private final ScriptedAdmission admission = new ScriptedAdmission(drs);

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
    var ids = Vector.ofAll(servers).map(LaunchAdmissionContract::server);
    var launch = new Launch(Recorded.newKey(), WaveNumber.FIRST, ExecutionType.RECOVERY, ids);
    return ((Started) drs.start(SCOPE, launch)).job();
  }

  @Override
  protected void succeed(JobId job) {
    drs.succeed(job);
  }

  @Override
  protected void stall(int server) {
    admission.replicate(server(server), "STALLED");
  }
}
