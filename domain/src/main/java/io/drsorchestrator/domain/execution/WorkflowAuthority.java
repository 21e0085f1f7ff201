package io.drsorchestrator.domain.execution;

/**
 * The right to pause, resume and finalize executions, held by a workflow alone (AC-4.2, FR-5.5).
 * Only the entry point that Step Functions calls may make one; an architecture rule guards that.
 */
public final class WorkflowAuthority {

  private final WorkflowArn workflow;

  private WorkflowAuthority(WorkflowArn workflow) {
    this.workflow = workflow;
  }

  /** The authority of the workflow that is calling right now. */
  public static WorkflowAuthority ofCaller(WorkflowArn workflow) {
    return new WorkflowAuthority(workflow);
  }

  public WorkflowArn workflow() {
    return workflow;
  }
}
