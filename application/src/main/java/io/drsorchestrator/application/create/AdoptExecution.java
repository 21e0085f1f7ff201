package io.drsorchestrator.application.create;

import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.port.NewExecutions;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.vavr.control.Option;

/** The workflow's first step: it puts itself on record as the workflow of the execution. */
public final class AdoptExecution {

  private final Lifecycle lifecycle;
  private final NewExecutions executions;

  public AdoptExecution(Lifecycle lifecycle, NewExecutions executions) {
    this.lifecycle = lifecycle;
    this.executions = executions;
  }

  /** The decision, or nothing if another workflow drives the execution. */
  public Option<Decision> adopt(ExecutionId id, WorkflowArn workflow) {
    var execution = lifecycle.find(id);
    if (!(execution instanceof ActiveExecution active)
        || active.facts().workflow().contains(workflow)) {
      return Option.some(lifecycle.decide(execution));
    }
    return Option.when(
        executions.adopt(execution.key(), workflow) == WriteOutcome.WRITTEN,
        () -> lifecycle.decide(lifecycle.find(id)));
  }
}
