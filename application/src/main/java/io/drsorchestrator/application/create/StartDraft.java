package io.drsorchestrator.application.create;

import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionDetails;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.vavr.collection.Vector;
import java.time.Instant;

/** An execution that may be started, as far as its plan and DRS are concerned. */
record StartDraft(
    StartPlan command,
    ExecutionId id,
    RecoveryPlan plan,
    AccountContext account,
    Vector<LaunchFacts> regions) {

  Transition<PendingExecution> execution(Instant now) {
    var details =
        new ExecutionDetails(
            new ExecutionKey(id, plan.id()),
            plan.name(),
            command.type(),
            command.initiatedBy(),
            now,
            account);
    return PendingExecution.create(details, plan.waves());
  }
}
