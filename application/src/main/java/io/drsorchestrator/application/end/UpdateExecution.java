package io.drsorchestrator.application.end;

import io.drsorchestrator.application.Answer;
import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.port.Endings;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.FailureCause;
import io.drsorchestrator.domain.execution.WorkflowArn;

/** Brings the record up to what the domain allows: FAILED, CANCELLED, or no change (D9). */
public final class UpdateExecution {

  private final Lifecycle lifecycle;
  private final Endings endings;

  public UpdateExecution(Lifecycle lifecycle, Endings endings) {
    this.lifecycle = lifecycle;
    this.endings = endings;
  }

  /** What comes next, from a fresh read; records FAILED or CANCELLED where that is what is due. */
  public Decision update(ExecutionId id) {
    var decision = lifecycle.decide(lifecycle.find(id));
    return switch (decision.next().kind()) {
      case FAIL -> fail(id).decision();
      case CANCEL -> finishCancel(id).decision();
      case RUN_WAVE, START_WAVE, AWAIT_WAVE, PAUSE, FINALIZE, DONE -> decision;
    };
  }

  /**
   * The workflow cannot go on and is about to end. The outcome is FAILED, unless a cancel is under
   * way, or every wave is COMPLETED: then finalizing has to be tried again instead.
   */
  public Decision giveUp(ExecutionId id, FailureCause cause) {
    var decision = update(id);
    return switch (decision.next().kind()) {
      case RUN_WAVE, START_WAVE, AWAIT_WAVE, PAUSE -> died(id, cause).decision();
      case FINALIZE, FAIL, CANCEL, DONE -> decision;
    };
  }

  /** The workflow on record is dead. Events of other workflows change nothing. */
  public Decision workflowEnded(ExecutionId id, WorkflowArn workflow, FailureCause cause) {
    var execution = lifecycle.find(id);
    if (execution instanceof ActiveExecution active
        && active.facts().workflow().contains(workflow)) {
      return active instanceof CancellingExecution
          ? finishCancel(id).decision()
          : died(id, cause).decision();
    }
    return lifecycle.decide(execution);
  }

  private Answer fail(ExecutionId id) {
    return lifecycle.change(id, execution -> execution.fail(lifecycle.now()), endings::fail);
  }

  private Answer died(ExecutionId id, FailureCause cause) {
    return lifecycle.change(
        id, execution -> execution.workflowDied(cause, lifecycle.now()), endings::fail);
  }

  private Answer finishCancel(ExecutionId id) {
    return lifecycle.change(
        id, execution -> execution.finishCancel(lifecycle.now()), endings::finishCancel);
  }
}
