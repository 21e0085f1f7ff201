package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionId;

/**
 * An execution on record that nobody can read: whether it has ended is unknown. It is left alone
 * until somebody corrects its item, and nothing may be concluded from it.
 */
public final class UnreadableExecutionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableExecutionException(ExecutionId id, String status) {
    super(
        "Execution %s has the unknown status '%s'. Correct or delete its item: as it is, nobody can tell whether the execution has ended"
            .formatted(id, status));
  }
}
