package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionKey;

/** Deleting executions that have ended (contract 3.13). */
@FunctionalInterface
public interface Deletions {

  /** Deletes the item if its status is still terminal; a conflict if it is not, or it is gone. */
  WriteOutcome delete(ExecutionKey key);
}
