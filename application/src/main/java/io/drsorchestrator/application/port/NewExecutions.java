package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.WorkflowArn;

/** The writes that bring an execution into being. */
public interface NewExecutions {

  /** Stores a new execution and releases the lock of its plan, both or neither. */
  WriteOutcome create(PendingExecution execution, PlanLocks.PlanLock lock);

  /** Stores which workflow drives the execution; another one on record is a conflict. */
  WriteOutcome adopt(ExecutionKey key, WorkflowArn workflow);
}
