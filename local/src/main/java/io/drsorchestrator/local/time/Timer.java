package io.drsorchestrator.local.time;

/** A task that waits for its time and may still be called off. */
public interface Timer {

  /** Calls the task off; without effect once it has run. */
  void cancel();
}
