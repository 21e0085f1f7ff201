package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.LifecycleEvent.DrillInstancesLive;
import io.vavr.collection.Vector;
import java.time.Instant;

/** Who is reminded of the instances that a drill has left: one at a time, whoever finds it due. */
public interface DrillReminders {

  /**
   * Drills that have ended, of whose instances nobody has recorded the end: candidates for a
   * consistent read, as far as an index and a bound of pages tell.
   *
   * @param startedSince no drill that was started earlier
   * @param quietSince none of which people were reminded later
   */
  Vector<ExecutionId> candidates(Instant startedSince, Instant quietSince);

  /**
   * Records a reminder; a conflict if somebody else has recorded it, somebody has asked to
   * terminate the instances since, or they are known to be terminated.
   */
  WriteOutcome record(ExecutionKey key, DrillInstancesLive reminder);
}
