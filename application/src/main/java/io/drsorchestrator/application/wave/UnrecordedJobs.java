package io.drsorchestrator.application.wave;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.WaveClaims;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.WaveLaunch;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.control.Option;

/**
 * Jobs that were launched by somebody who died before they were on record (I9). Whoever is about to
 * end a claimed wave asks here first: of an ended wave nobody looks for a job any more.
 */
public final class UnrecordedJobs {

  private final WaveClaims claims;
  private final RecoveryJobs jobs;

  public UnrecordedJobs(WaveClaims claims, RecoveryJobs jobs) {
    this.claims = claims;
    this.jobs = jobs;
  }

  /** The job that DRS has for the wave, on record now; none if nobody has launched it. */
  public Option<JobId> adopt(ActiveExecution execution, ClaimedWave wave) {
    var job = find(execution, wave);
    job.flatMap(id -> WaveLaunch.of(execution.key(), wave, id)).forEach(claims::recordLaunch);
    return job;
  }

  private Option<JobId> find(ActiveExecution execution, ClaimedWave wave) {
    var account = execution.facts().details().account();
    return wave.attempt()
        .flatMap(attempt -> wave.target())
        .flatMap(
            target ->
                jobs.findLaunched(
                    new DrsScope(account, target.region()),
                    execution.key(),
                    wave.number(),
                    wave.earliestLaunch()));
  }
}
