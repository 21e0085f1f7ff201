package io.drsorchestrator.application.end;

import io.drsorchestrator.application.Answer;
import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.LaunchUnderWayException;
import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.Endings;
import io.drsorchestrator.application.wave.UnrecordedJobs;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.FailureCause;
import io.drsorchestrator.domain.execution.LifecycleViolation.LeaseHeld;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.drsorchestrator.domain.wave.ClaimedWave;

/** Brings the record up to what the domain allows: FAILED, CANCELLED, or no change (D9). */
public final class UpdateExecution {

  private final Lifecycle lifecycle;
  private final Endings endings;
  private final UnrecordedJobs unrecorded;

  public UpdateExecution(Lifecycle lifecycle, Endings endings, UnrecordedJobs unrecorded) {
    this.lifecycle = lifecycle;
    this.endings = endings;
    this.unrecorded = unrecorded;
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
   *
   * @throws LaunchUnderWayException while somebody may still launch a wave; try again
   */
  public Decision giveUp(ExecutionId id, FailureCause cause) {
    var decision = update(id);
    return switch (decision.next().kind()) {
      case RUN_WAVE, START_WAVE, AWAIT_WAVE, PAUSE -> settled(id, died(id, cause)).decision();
      case FINALIZE, FAIL, CANCEL, DONE -> decision;
    };
  }

  private static Answer settled(ExecutionId id, Answer answer) {
    if (answer.refusal().getOrNull() instanceof LeaseHeld held) {
      throw new LaunchUnderWayException(id, held);
    }
    return answer;
  }

  /**
   * The workflow on record is dead. Events of other workflows change nothing. While somebody may
   * still launch a wave nothing is recorded either: {@code find} comes again.
   */
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
    var known = withJobOnRecord(lifecycle.find(id), cause);
    return lifecycle.change(
        id, execution -> execution.workflowDied(known, lifecycle.now()), endings::fail);
  }

  /**
   * Afterwards nobody looks for the job of a wave that somebody launched and could not put on
   * record. Where DRS refuses to tell, the cause says so: the outcome has to be on record.
   */
  private FailureCause withJobOnRecord(Execution execution, FailureCause cause) {
    if (execution instanceof ActiveExecution active
        && active.waves().active().getOrNull() instanceof ClaimedWave claimed
        && claimed.lease(lifecycle.now()).isZero()) {
      try {
        var unused = unrecorded.adopt(active, claimed);
      } catch (AwsRefusedException e) {
        return cause.with(
            "It is not known whether wave %d was launched: %s"
                .formatted(claimed.number().ordinal(), e.getMessage()));
      }
    }
    return cause;
  }

  private Answer finishCancel(ExecutionId id) {
    return lifecycle.change(
        id, execution -> execution.finishCancel(lifecycle.now()), endings::finishCancel);
  }
}
