package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.vavr.collection.Vector;

/** The workflows in Step Functions, one per execution. */
public interface Workflows {

  /** Starts the workflow of an execution; starting it again is answered with the same ARN. */
  WorkflowArn start(ExecutionKey key);

  /** Wakes the workflow that waits on {@code token}. A token that is out of date is no fault. */
  void ring(CallbackToken token);

  /** Stops a workflow; one that has ended already is no fault. */
  void stop(WorkflowArn workflow, String cause);

  /** The workflows that run, all pages; the name of each is the id of its execution. */
  Vector<WorkflowArn> running();

  /** How the workflow is doing. */
  WorkflowState describe(WorkflowArn workflow);

  /**
   * The state of a workflow.
   *
   * @param status Step Functions' own word, or {@code NOT_FOUND}
   * @param cause why it ended, empty if it did not say
   */
  record WorkflowState(String status, String cause) {

    public static final WorkflowState NOT_FOUND = new WorkflowState("NOT_FOUND", "");

    public boolean isRunning() {
      return status.equals("RUNNING") || status.equals("PENDING_REDRIVE");
    }
  }
}
