package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.execution.WaveLaunch;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Option;
import java.time.Instant;

/** The writes of starting a wave. */
public interface WaveClaims {

  /** Stores the claim of {@code wave}. */
  WriteOutcome claim(Transition<PollingExecution> claimed, WaveNumber wave);

  /** Stores that {@code wave} failed before it had a job. */
  WriteOutcome failLaunch(Transition<PollingExecution> failed, WaveNumber wave);

  /** Stores the wave's job, whatever the execution's status is by now. */
  WriteOutcome recordLaunch(WaveLaunch launch);

  /**
   * Stores what an operator has to know of the launch that {@code attempt} is about to make, or
   * that there is nothing: an earlier attempt may have stored something else.
   */
  WriteOutcome warn(
      ExecutionKey key, WaveNumber wave, LaunchAttempt attempt, Option<String> warning);

  /** Ends the lease of an attempt that is known not to have launched anything. */
  WriteOutcome endLease(ExecutionKey key, WaveNumber wave, LaunchAttempt attempt, Instant now);
}
