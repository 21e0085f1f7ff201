package io.drsorchestrator.application.find;

import io.drsorchestrator.application.port.Executions;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.domain.execution.ArchivedExecution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.WorkflowArn;
import java.time.Duration;
import java.time.Instant;

/**
 * Workflows that still run although the outcome of their execution is on record: a cancel writes
 * first and stops the workflow then, and that second half may have been lost (I12, D16).
 */
final class OrphanedWorkflows {

  /** A workflow that has just recorded its outcome is about to end by itself. */
  private static final Duration FAREWELL = Duration.ofMinutes(2);

  /**
   * The answer to its finalize may have been lost, and the next attempt may take as long as an
   * invocation and the pause before it: stopped meanwhile it would be ABORTED, and the record
   * COMPLETED (NFR-1.2). There is nothing left that it could do wrong.
   */
  private static final Duration FAREWELL_OF_COMPLETED = Duration.ofMinutes(15);

  private final Executions executions;
  private final Workflows workflows;

  OrphanedWorkflows(Executions executions, Workflows workflows) {
    this.executions = executions;
    this.workflows = workflows;
  }

  void stop(Instant now) {
    workflows
        .running()
        .filter(workflow -> isOver(workflow, now))
        .forEach(workflow -> workflows.stop(workflow, "The execution has ended"));
  }

  private boolean isOver(WorkflowArn workflow, Instant now) {
    return executions
        .find(new ExecutionId(workflow.name()))
        .exists(
            execution ->
                execution instanceof ArchivedExecution archived
                    && archived.endTime().exists(end -> now.isAfter(end.plus(farewell(archived)))));
  }

  private static Duration farewell(ArchivedExecution execution) {
    return execution.status() == ExecutionStatus.COMPLETED ? FAREWELL_OF_COMPLETED : FAREWELL;
  }
}
