package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.WavePolicy;
import io.vavr.control.Option;
import java.time.Instant;

/** An execution that may have a wave with a DRS job. */
public sealed interface RunningExecution permits PollingExecution, CancellingExecution {

  ExecutionFacts facts();

  /** What a look at the job of {@code wave} adds to it. It cannot end the execution (AC-3.3). */
  default WaveProgress observe(
      RunningWave wave, JobObservation seen, Instant now, WavePolicy policy) {
    var warning = Option.when(seen.warnings().nonEmpty(), () -> seen.warnings().mkString("; "));
    return WaveProgress.of(facts(), wave, wave.observe(seen, now, policy), warning);
  }

  /** What a look adds to which DRS gave no answer, for the reason in {@code warning}. */
  default WaveProgress unanswered(
      RunningWave wave, String warning, Instant now, WavePolicy policy) {
    return WaveProgress.of(facts(), wave, wave.unanswered(now, policy), Option.some(warning));
  }

  /** This execution, in the same state, with the wave as it is after {@code progress}. */
  RunningExecution after(WaveProgress progress);
}
