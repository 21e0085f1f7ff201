package io.drsorchestrator.application.memory;

import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.concurrent.TimeoutException;

/** Step Functions as a list of what it was asked for; a test says how each workflow is doing. */
public final class RecordedWorkflows implements Workflows {

  private static final String ARN = "arn:aws:states:eu-west-1:111122223333:execution:drs:";

  /** A workflow that was stopped, and why. */
  public record Stop(WorkflowArn workflow, String cause) {}

  private Vector<ExecutionKey> starts = Vector.empty();
  private Vector<CallbackToken> rings = Vector.empty();
  private Vector<Stop> stops = Vector.empty();
  private Vector<WorkflowArn> descriptions = Vector.empty();
  private Map<WorkflowArn, WorkflowState> states = HashMap.empty();
  private Option<Vector<WorkflowArn>> listed = Option.none();
  private Option<RuntimeException> fault = Option.none();

  /** The ARN that the workflow of an execution has. */
  public static WorkflowArn arnOf(ExecutionKey key) {
    return new WorkflowArn(ARN + key.executionId());
  }

  @Override
  public synchronized WorkflowArn start(ExecutionKey key) {
    requireAvailable();
    starts = starts.append(key);
    var arn = arnOf(key);
    if (!states.containsKey(arn)) {
      states = states.put(arn, new WorkflowState("RUNNING", ""));
    }
    return arn;
  }

  @Override
  public synchronized void ring(CallbackToken token) {
    requireAvailable();
    rings = rings.append(token);
  }

  @Override
  public synchronized void stop(WorkflowArn workflow, String cause) {
    requireAvailable();
    stops = stops.append(new Stop(workflow, cause));
    states = states.put(workflow, new WorkflowState("ABORTED", cause));
  }

  @Override
  public synchronized Vector<WorkflowArn> running() {
    requireAvailable();
    return listed.getOrElse(
        () -> states.filterValues(WorkflowState::isRunning).keySet().toVector());
  }

  /** From now on the list of those that run lags: it shows what runs now. */
  public synchronized void freezeList() {
    listed = Option.some(running());
  }

  @Override
  public synchronized WorkflowState describe(WorkflowArn workflow) {
    requireAvailable();
    descriptions = descriptions.append(workflow);
    return states.get(workflow).getOrElse(WorkflowState.NOT_FOUND);
  }

  /** From now on {@code workflow} is described as {@code status}. */
  public synchronized void becomes(WorkflowArn workflow, String status, String cause) {
    states = states.put(workflow, new WorkflowState(status, cause));
  }

  /** Until {@link #recover} every call fails, without effect. */
  public synchronized void fail() {
    fault =
        Option.some(
            new AwsUnavailableException("Step Functions does not answer", new TimeoutException()));
  }

  /** Until {@link #recover} every call is refused. */
  public synchronized void refuse() {
    fault = Option.some(new AwsRefusedException("Step Functions says no", new SecurityException()));
  }

  public synchronized void recover() {
    fault = Option.none();
  }

  private void requireAvailable() {
    fault.forEach(
        exception -> {
          throw exception;
        });
  }

  public synchronized Vector<ExecutionKey> starts() {
    return starts;
  }

  public synchronized Vector<CallbackToken> rings() {
    return rings;
  }

  public synchronized Vector<Stop> stops() {
    return stops;
  }

  public synchronized Vector<WorkflowArn> descriptions() {
    return descriptions;
  }
}
