package io.drsorchestrator.local.stepfunctions;

/** Where an execution stands. */
public enum ExecutionStatus {
  /** Not over yet. */
  RUNNING,
  /** Reached its end. */
  SUCCEEDED,
  /** Ended by an error that nothing caught, or by a Fail state. */
  FAILED,
  /** Took longer than its machine allows. */
  TIMED_OUT,
  /** Stopped from outside. */
  ABORTED
}
