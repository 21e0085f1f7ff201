package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * One run of a recovery plan. A type per state: a transition exists only where it is legal, and its
 * return type names the state it leads to.
 */
public sealed interface Execution permits ActiveExecution, EndedExecution {

  ExecutionKey key();

  ExecutionStatus status();

  /** Its facts; of one that only an older system can have written, there are none. */
  Option<ExecutionFacts> known();

  /** Of every wave of the plan, in order. */
  Vector<WaveStatus> waveStatuses();

  /** What the workflow has to do next. */
  NextStep nextStep(Instant now);

  default int totalWaves() {
    return waveStatuses().size();
  }

  default int completedWaves() {
    return waveStatuses().count(status -> status == WaveStatus.COMPLETED);
  }
}
