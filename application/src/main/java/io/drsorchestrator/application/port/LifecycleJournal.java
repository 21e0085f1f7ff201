package io.drsorchestrator.application.port;

/** Where lifecycle events are told, after they have been stored, by whoever stored them (NFR-3). */
@FunctionalInterface
public interface LifecycleJournal {

  void record(Occurrence occurrence);
}
