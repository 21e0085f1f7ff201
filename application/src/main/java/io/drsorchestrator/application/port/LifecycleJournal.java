package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.vavr.collection.Vector;

/** Where lifecycle events are told, after they have been stored, by whoever stored them (NFR-3). */
@FunctionalInterface
public interface LifecycleJournal {

  /** What happened to {@code execution}, which is as it is after it. */
  void record(Execution execution, Vector<LifecycleEvent> events);
}
