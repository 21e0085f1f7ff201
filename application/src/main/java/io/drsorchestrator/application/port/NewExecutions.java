package io.drsorchestrator.application.port;

import io.drsorchestrator.application.port.PlanLocks.PlanLock;
import io.drsorchestrator.application.port.StartRegister.Entries;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.WorkflowArn;

/** The writes that bring an execution into being. */
public interface NewExecutions {

  /**
   * Stores a new execution, releases the lock of its plan and enters it in the register, or none of
   * them.
   */
  Creation create(NewExecution start);

  /** Stores which workflow drives the execution; another one on record is a conflict. */
  WriteOutcome adopt(ExecutionKey key, WorkflowArn workflow);

  /**
   * An execution to be stored.
   *
   * @param request who starts it, and why
   * @param register as it was read: the start that it allowed is void once it has moved on
   */
  record NewExecution(
      PendingExecution execution, OperatorRequest request, PlanLock lock, Entries register) {}

  /** What became of a creation; nothing is written unless it says so. */
  enum Creation {
    CREATED,
    /** There is an execution of this id: perhaps ours, from a try whose answer was lost. */
    ID_TAKEN,
    /** The lock has expired and perhaps somebody else holds it. */
    LOCK_LOST,
    /** Somebody else has started something since the register was read. */
    REGISTER_MOVED,
    /** The store was too busy. */
    BUSY
  }
}
