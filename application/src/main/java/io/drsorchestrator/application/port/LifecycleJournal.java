package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.vavr.collection.Vector;

/** Where lifecycle events are told, after they have been stored (NFR-3). */
@FunctionalInterface
public interface LifecycleJournal {

  void record(ExecutionKey key, Vector<LifecycleEvent> events);
}
