package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.execution.LifecycleEvent.WaveLaunched;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.LaunchTarget;
import io.drsorchestrator.domain.wave.RunningWave;
import io.vavr.control.Option;

/**
 * The fact that a wave has a DRS job. It is recorded whatever the execution's status is by then, so
 * that a cancel between launch and record does not lose the job; it changes no status.
 */
public record WaveLaunch(ExecutionKey key, LaunchAttempt attempt, RunningWave wave) {

  /** The launch of {@code claimed}, by its newest attempt or one before it. */
  public static Option<WaveLaunch> of(ExecutionKey key, ClaimedWave claimed, JobId job) {
    return claimed
        .attempt()
        .flatMap(attempt -> claimed.target().map(target -> of(key, claimed, attempt, target, job)));
  }

  private static WaveLaunch of(
      ExecutionKey key, ClaimedWave claimed, LaunchAttempt attempt, LaunchTarget t, JobId job) {
    return new WaveLaunch(key, attempt, claimed.launched(job, t));
  }

  public LifecycleEvent event() {
    return new WaveLaunched(wave.number(), wave.jobId());
  }
}
