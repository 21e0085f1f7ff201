package io.drsorchestrator.application.gate;

import io.drsorchestrator.application.Answer;
import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.port.Gates;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.execution.WorkflowAuthority;

/** Resuming: an operator stores an intent and rings, the workflow resumes (FR-7). */
public final class ResumeExecution {

  private final Lifecycle lifecycle;
  private final Gates gates;
  private final Workflows workflows;

  public ResumeExecution(Lifecycle lifecycle, Gates gates, Workflows workflows) {
    this.lifecycle = lifecycle;
    this.gates = gates;
    this.workflows = workflows;
  }

  /**
   * Stores an operator's intent and rings the workflow. A repeated request rings again, so a ring
   * that was lost is no loss.
   */
  public Answer request(ExecutionId id, OperatorRequest request) {
    var answer =
        lifecycle.change(id, execution -> execution.requestResume(request), gates::requestResume);
    ring(id);
    return answer;
  }

  /** Rings a paused workflow for which an intent is on record. */
  public void ring(ExecutionId id) {
    if (lifecycle.find(id) instanceof PausedExecution paused && paused.resumeIntent().isDefined()) {
      workflows.ring(paused.token());
    }
  }

  /**
   * Stores POLLING and creates the wave behind the gate, in one write. It removes the token, and
   * may come from an earlier invocation that woke late, before anybody has rung for this gate: so
   * it rings itself, first. Who does not wait does not hear it.
   */
  public Answer resume(WorkflowAuthority workflow, ExecutionId id) {
    return lifecycle.change(
        id, execution -> execution.resume(workflow, lifecycle.now()), this::ringAndStore);
  }

  private WriteOutcome ringAndStore(Transition<PollingExecution> resumed) {
    if (resumed.before().getOrNull() instanceof PausedExecution paused) {
      workflows.ring(paused.token());
    }
    return gates.resume(resumed);
  }
}
