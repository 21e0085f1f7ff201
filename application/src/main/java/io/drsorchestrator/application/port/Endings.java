package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.CancelledExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.FailedExecution;
import io.drsorchestrator.domain.execution.Transition;

/** The writes that lead to FAILED and CANCELLED. */
public interface Endings {

  WriteOutcome fail(Transition<FailedExecution> failed);

  /** Stores an operator's cancel: CANCELLING, or CANCELLED at once. */
  WriteOutcome requestCancel(Transition<? extends Execution> requested);

  /** Stores CANCELLED after CANCELLING. */
  WriteOutcome finishCancel(Transition<CancelledExecution> cancelled);
}
