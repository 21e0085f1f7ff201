package io.drsorchestrator.application;

import io.drsorchestrator.domain.execution.ExecutionId;

/** Others kept changing the execution between reading and writing it; trying again may help. */
public final class StoreConflictException extends RuntimeException {

  public StoreConflictException(ExecutionId id, int attempts) {
    super("Execution " + id + " changed " + attempts + " times while it was being decided on");
  }
}
