package io.drsorchestrator.domain.execution;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.domain.execution.LifecycleViolation.NotTheWorkflow;
import io.vavr.control.Either;

/** Who may act as the workflow of an execution. */
final class Workflows {

  private Workflows() {}

  static Either<LifecycleViolation, WorkflowAuthority> onRecord(
      ExecutionFacts facts, WorkflowAuthority caller) {
    return facts.workflow().contains(caller.workflow())
        ? Right(caller)
        : Left(new NotTheWorkflow(caller.workflow(), facts.workflow()));
  }
}
