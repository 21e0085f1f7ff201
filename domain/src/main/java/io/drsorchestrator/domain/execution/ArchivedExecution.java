package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;

/**
 * An ended execution as its record shows it, which may be one that an older system ended wrongly:
 * nothing is claimed about its waves.
 */
public record ArchivedExecution(
    ExecutionKey key, ExecutionStatus status, Vector<WaveStatus> waveStatuses)
    implements EndedExecution {

  public ArchivedExecution {
    if (!status.isTerminal()) {
      throw new IllegalArgumentException("an archived execution cannot be " + status);
    }
  }
}
