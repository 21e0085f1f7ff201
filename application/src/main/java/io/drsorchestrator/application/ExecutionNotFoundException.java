package io.drsorchestrator.application;

import io.drsorchestrator.domain.execution.ExecutionId;

/** There is no execution of this id, or not any more. */
public final class ExecutionNotFoundException extends RuntimeException {

  private final ExecutionId id;

  public ExecutionNotFoundException(ExecutionId id) {
    super("Execution with ID " + id + " not found");
    this.id = id;
  }

  /** The id that nothing is known of. */
  public ExecutionId id() {
    return id;
  }
}
