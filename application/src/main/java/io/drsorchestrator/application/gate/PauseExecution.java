package io.drsorchestrator.application.gate;

import io.drsorchestrator.application.Answer;
import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.port.Gates;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.WorkflowAuthority;

/** Pausing: an operator stores a wish, the workflow pauses at the next gate (US-5). */
public final class PauseExecution {

  private final Lifecycle lifecycle;
  private final Gates gates;
  private final Workflows workflows;

  public PauseExecution(Lifecycle lifecycle, Gates gates, Workflows workflows) {
    this.lifecycle = lifecycle;
    this.gates = gates;
    this.workflows = workflows;
  }

  /** Stores an operator's wish to pause; the next wave boundary honours it. */
  public Answer request(ExecutionId id, OperatorRequest request) {
    return lifecycle.change(id, execution -> execution.requestPause(request), gates::requestPause);
  }

  /**
   * Stores PAUSED together with the token on which the workflow waits. The workflow waits for a
   * ring and for nothing else: where there is no reason (any more) to wait, it is rung at once.
   */
  public Answer pause(WorkflowAuthority workflow, ExecutionId id, CallbackToken token) {
    var answer =
        lifecycle.change(
            id, execution -> execution.pause(workflow, token, lifecycle.now()), gates::pause);
    if (answer.refusal().isDefined() || isToBeResumed(id)) {
      workflows.ring(token);
    }
    return answer;
  }

  private boolean isToBeResumed(ExecutionId id) {
    return lifecycle.find(id) instanceof PausedExecution paused
        && paused.resumeIntent().isDefined();
  }
}
