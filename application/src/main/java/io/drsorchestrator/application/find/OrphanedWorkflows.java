package io.drsorchestrator.application.find;

import io.drsorchestrator.application.port.Executions;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.domain.execution.ArchivedExecution;
import io.drsorchestrator.domain.execution.Execution;
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

  /**
   * Whoever has recorded FAILED or CANCELLED may be the workflow itself, in its last steps. The
   * slowest of them lose the answer of the call that wrote: it times out (320 s), is waited for (60
   * s) and made again (320 s), as the ASL has it.
   */
  private static final Duration FAREWELL = Duration.ofMinutes(15);

  private final Executions executions;
  private final Workflows workflows;

  OrphanedWorkflows(Executions executions, Workflows workflows) {
    this.executions = executions;
    this.workflows = workflows;
  }

  void stop(Instant now) {
    workflows.running().forEach(workflow -> stopOrphan(workflow, now));
  }

  /** A record that cannot be read, or a stop that fails, must not keep the others running. */
  private void stopOrphan(WorkflowArn workflow, Instant now) {
    try {
      if (isOrphan(workflow, now)) {
        workflows.stop(workflow, "The execution has ended");
      }
    } catch (RuntimeException e) {
      return;
    }
  }

  /**
   * The list of those that run lags behind, so that a workflow is asked for once more before it is
   * stopped. Between that answer and the stop it may still end: stopping it then does nothing.
   */
  private boolean isOrphan(WorkflowArn workflow, Instant now) {
    return executions
            .find(new ExecutionId(workflow.name()))
            .exists(execution -> isOver(execution, now))
        && workflows.describe(workflow).isRunning();
  }

  /**
   * COMPLETED is never one: only the workflow itself records that, when nothing is left to wait
   * for, and then it ends by itself, however slowly.
   */
  private static boolean isOver(Execution execution, Instant now) {
    return execution instanceof ArchivedExecution archived
        && archived.status() != ExecutionStatus.COMPLETED
        && archived.endTime().exists(end -> now.isAfter(end.plus(FAREWELL)));
  }
}
