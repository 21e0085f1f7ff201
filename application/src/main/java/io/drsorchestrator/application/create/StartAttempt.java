package io.drsorchestrator.application.create;

import io.drsorchestrator.application.port.NewExecutions.NewExecution;
import io.drsorchestrator.application.port.PlanLocks.Held;
import io.drsorchestrator.application.port.PlanLocks.PlanLock;
import io.drsorchestrator.application.port.StartRegister.Entries;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.vavr.collection.Vector;

/**
 * A start that tries to get its execution on record.
 *
 * @param execution as it will be stored
 * @param indexed executions that an index takes for unfinished
 */
record StartAttempt(
    StartDraft draft,
    Transition<PendingExecution> execution,
    StartChecks checks,
    Vector<ExecutionId> indexed) {

  NewExecution under(PlanLock lock, Entries register) {
    return new NewExecution(execution.next(), draft.command().request(), lock, register);
  }

  Vector<ExecutionId> candidates(Entries register, PlanLock lock) {
    return indexed.appendAll(register.started()).appendAll(lock.lastStarted());
  }

  Vector<ExecutionId> candidates(Entries register, Held lock) {
    return indexed.appendAll(register.started()).appendAll(lock.lastStarted());
  }
}
