package io.drsorchestrator.application.port;

/** What became of a conditional write. */
public enum WriteOutcome {
  WRITTEN,
  /** Somebody else changed what the decision was based on: read again and decide again. */
  CONFLICT
}
