package io.drsorchestrator.application.end;

import io.drsorchestrator.application.Answer;
import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.port.Endings;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.LifecycleViolation;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** An operator's cancel: it is written first, then the workflow is stopped (I8, D16). */
public final class CancelExecution {

  private final Lifecycle lifecycle;
  private final Endings endings;
  private final Workflows workflows;

  public CancelExecution(Lifecycle lifecycle, Endings endings, Workflows workflows) {
    this.lifecycle = lifecycle;
    this.endings = endings;
    this.workflows = workflows;
  }

  /**
   * CANCELLED at once and the workflow stopped; or, while a wave is under way, CANCELLING, and the
   * workflow ends itself after that wave.
   */
  public Answer cancel(ExecutionId id, OperatorRequest request) {
    var workflow = workflowOf(lifecycle.find(id));
    var answer =
        lifecycle.<Execution>change(
            id, execution -> cancelled(execution, request), endings::requestCancel);
    if (answer.decision().status() == ExecutionStatus.CANCELLED) {
      workflow.forEach(arn -> workflows.stop(arn, "Execution cancelled by user"));
    }
    return answer;
  }

  @SuppressWarnings("unchecked")
  private static Either<LifecycleViolation, Transition<Execution>> cancelled(
      ActiveExecution execution, OperatorRequest request) {
    return execution.requestCancel(request).map(t -> (Transition<Execution>) t);
  }

  private static Option<WorkflowArn> workflowOf(Execution execution) {
    return execution instanceof ActiveExecution active ? active.facts().workflow() : Option.none();
  }
}
