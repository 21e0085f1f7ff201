package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.WavePolicy;
import java.time.Instant;

/** An execution that may have a wave with a DRS job. */
public sealed interface RunningExecution permits PollingExecution, CancellingExecution {

  ExecutionFacts facts();

  /** What a look at the job of {@code wave} adds to it. It cannot end the execution (AC-3.3). */
  default WaveProgress observe(
      RunningWave wave, JobObservation seen, Instant now, WavePolicy policy) {
    return WaveProgress.of(facts(), wave, wave.observe(seen, now, policy));
  }

  /** This execution, in the same state, with the wave as it is after {@code progress}. */
  RunningExecution after(WaveProgress progress);
}
