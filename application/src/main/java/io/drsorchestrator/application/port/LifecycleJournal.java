package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionId;
import java.time.Duration;

/** Where lifecycle events are told, after they have been stored, by whoever stored them (NFR-3). */
@FunctionalInterface
public interface LifecycleJournal {

  void record(Occurrence occurrence);

  /** Others wrote {@code times} times between a read of the execution and our write. */
  default void conflicted(ExecutionId id, int times) {}

  /** The execution has been waiting for an operator, and still is. */
  default void waiting(ExecutionId id, Duration since) {}
}
