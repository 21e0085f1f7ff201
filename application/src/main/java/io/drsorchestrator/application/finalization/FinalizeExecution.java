package io.drsorchestrator.application.finalization;

import static io.vavr.API.Left;

import io.drsorchestrator.application.Answer;
import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.port.Completions;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.CompletedExecution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.LifecycleViolation;
import io.drsorchestrator.domain.execution.LifecycleViolation.NotAllowed;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.execution.WorkflowAuthority;
import io.vavr.control.Either;

/**
 * Finalizes: records COMPLETED once, for the workflow alone and only when every wave of the plan is
 * COMPLETED (FR-5). Repeating it answers with what is on record (AC-4.5, I7).
 */
public final class FinalizeExecution {

  private final Lifecycle lifecycle;
  private final Completions completions;

  public FinalizeExecution(Lifecycle lifecycle, Completions completions) {
    this.lifecycle = lifecycle;
    this.completions = completions;
  }

  public Answer finalizeBy(WorkflowAuthority workflow, ExecutionId id) {
    return lifecycle.change(id, execution -> decide(execution, workflow), completions::complete);
  }

  private Either<LifecycleViolation, Transition<CompletedExecution>> decide(
      ActiveExecution execution, WorkflowAuthority workflow) {
    return execution instanceof PollingExecution polling
        ? polling.finalizeBy(workflow, lifecycle.now())
        : Left(new NotAllowed("finalize", execution.status()));
  }
}
