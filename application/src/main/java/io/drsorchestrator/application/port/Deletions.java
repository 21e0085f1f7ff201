package io.drsorchestrator.application.port;

/** Deleting executions that have ended (contract 3.13). */
@FunctionalInterface
public interface Deletions {

  /**
   * Makes sure that the item is gone; a conflict if it is there and its status is none in which an
   * execution has ended.
   */
  WriteOutcome delete(StoredKey key);
}
