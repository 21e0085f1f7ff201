package io.drsorchestrator.application.create;

import io.drsorchestrator.application.port.ExecutionDiscovery;
import io.drsorchestrator.application.port.ExecutionDiscovery.Candidate;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.Executions;
import io.drsorchestrator.application.port.PlanActivity;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.collection.Vector;

/**
 * The executions that have not ended. Indexes and the register name candidates; what decides is a
 * consistent read of each.
 */
final class UnfinishedExecutions {

  private final ExecutionDiscovery discovery;
  private final PlanActivity plans;
  private final Executions executions;

  UnfinishedExecutions(ExecutionStore store) {
    discovery = store.discovery();
    plans = store.locks();
    executions = store.executions();
  }

  /** Whatever indexes know: they have to tell of executions that no register has (old systems). */
  Vector<ExecutionId> indexed(PlanId plan) {
    return Vector.of(ExecutionStatus.values())
        .reject(ExecutionStatus::isTerminal)
        .flatMap(discovery::withStatus)
        .map(Candidate::id)
        .appendAll(plans.candidates(plan));
  }

  Vector<ActiveExecution> among(Vector<ExecutionId> candidates) {
    return candidates
        .distinct()
        .flatMap(executions::find)
        .filter(ActiveExecution.class::isInstance)
        .map(ActiveExecution.class::cast);
  }
}
