package io.drsorchestrator.domain.execution;

/** The status of an execution under its stored name. */
public enum ExecutionStatus {
  PENDING,
  POLLING,
  PAUSED,
  CANCELLING,
  COMPLETED,
  FAILED,
  CANCELLED;

  public boolean isTerminal() {
    return switch (this) {
      case PENDING, POLLING, PAUSED, CANCELLING -> false;
      case COMPLETED, FAILED, CANCELLED -> true;
    };
  }
}
