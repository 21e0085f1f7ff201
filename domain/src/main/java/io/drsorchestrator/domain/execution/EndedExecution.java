package io.drsorchestrator.domain.execution;

import java.time.Instant;

/** An execution whose outcome is on record. It has no transitions: terminal states absorb (I2). */
public sealed interface EndedExecution extends Execution
    permits CompletedExecution, FailedExecution, CancelledExecution, ArchivedExecution {

  @Override
  default NextStep nextStep(Instant now) {
    return NextStep.of(NextStep.Kind.DONE);
  }
}
