package io.drsorchestrator.local.races;

import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.vavr.collection.Vector;

/** Step Functions by a script: the one workflow of a race is an actor. */
final class ScriptedWorkflows implements Workflows {

  static final String ARN = "arn:aws:states:us-east-1:111122223333:execution:machine:";

  private final Schedule schedule;
  private final Actor workflow;

  /** Empty before it starts, then Step Functions' own words. */
  String status = "";

  String token = "";
  boolean rung;

  ScriptedWorkflows(Schedule schedule, Actor workflow) {
    this.schedule = schedule;
    this.workflow = workflow;
  }

  boolean isRunning() {
    return status.equals("RUNNING");
  }

  boolean hasEnded() {
    return !status.isEmpty() && !isRunning();
  }

  @Override
  public WorkflowArn start(ExecutionKey key) {
    return schedule.call("StartExecution", () -> started(key));
  }

  private WorkflowArn started(ExecutionKey key) {
    lose();
    if (status.isEmpty()) {
      status = "RUNNING";
      workflow.wakesAt = 0;
    }
    lose();
    return new WorkflowArn(ARN + key.executionId().value());
  }

  private void lose() {
    if (schedule.happens(30)) {
      throw new AwsUnavailableException("no answer", new IllegalStateException("timed out"));
    }
  }

  /** Nobody looks for orphans in a race: a stop is not lost here. */
  @Override
  public Vector<WorkflowArn> running() {
    return Vector.empty();
  }

  @Override
  public void ring(CallbackToken answered) {
    rung = schedule.call("rings", () -> isRungBy(answered));
    lose();
  }

  private boolean isRungBy(CallbackToken answered) {
    lose();
    if (!token.equals(answered.value())) {
      return rung;
    }
    workflow.wakesAt = 0;
    rung = true;
    return true;
  }

  @Override
  public void stop(WorkflowArn arn, String cause) {
    schedule.call("StopExecution", () -> end("ABORTED"));
  }

  /** The workflow ends, though a request of its own may still be under way. */
  boolean end(String word) {
    if (hasEnded()) {
      return false;
    }
    status = word;
    workflow.wakesAt = 0;
    return true;
  }

  @Override
  public WorkflowState describe(WorkflowArn arn) {
    return schedule.call(
        "DescribeExecution",
        () -> status.isEmpty() ? WorkflowState.NOT_FOUND : new WorkflowState(status, "script"));
  }
}
