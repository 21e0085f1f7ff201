package io.drsorchestrator.application;

import io.drsorchestrator.domain.execution.ExecutionId;

/** There is no execution of this id, or not any more. */
public final class ExecutionNotFoundException extends RuntimeException {

  public ExecutionNotFoundException(ExecutionId id) {
    super("Execution with ID " + id + " not found");
  }
}
