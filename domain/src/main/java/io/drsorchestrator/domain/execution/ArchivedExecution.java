package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * An ended execution as its record shows it, which may be one that an older system ended wrongly:
 * nothing is claimed about its waves.
 *
 * @param endTime absent if nobody has recorded it
 * @param revision 0 where an older system has written it all
 */
public record ArchivedExecution(
    ExecutionKey key,
    ExecutionStatus status,
    Vector<WaveStatus> waveStatuses,
    Option<Instant> endTime,
    Revision revision)
    implements EndedExecution {

  public ArchivedExecution {
    if (!status.isTerminal()) {
      throw new IllegalArgumentException("an archived execution cannot be " + status);
    }
  }

  @Override
  public Option<ExecutionFacts> known() {
    return Option.none();
  }
}
