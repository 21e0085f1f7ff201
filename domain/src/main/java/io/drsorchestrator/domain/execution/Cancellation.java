package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.execution.LifecycleEvent.CancelRequested;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionCancelled;
import java.time.Instant;

/** What a cancel leads to: waves that have not started never will. */
final class Cancellation {

  private Cancellation() {}

  /** CANCELLING while a wave is claimed or running, else CANCELLED. */
  static Transition<? extends Execution> of(ActiveExecution before, OperatorRequest request) {
    var now = request.requestedAt();
    var facts = before.facts();
    var stopped = facts.next(facts.waves().cancelPending(now));
    var requested = new CancelRequested(request);
    return stopped.waves().active().isDefined()
        ? Transition.of(before, new CancellingExecution(stopped, request), requested)
        : Transition.of(
            before,
            new CancelledExecution(stopped, request, now),
            requested,
            new ExecutionCancelled());
  }

  static Transition<CancelledExecution> finish(CancellingExecution execution, Instant now) {
    var ended = new CancelledExecution(execution.facts().next(), execution.request(), now);
    return Transition.of(execution, ended, new ExecutionCancelled());
  }
}
