package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionCreated;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.Waves;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** An execution of which no wave has started. */
public record PendingExecution(ExecutionFacts facts, Option<OperatorRequest> pauseRequest)
    implements StartableExecution {

  /** A new execution: a point-in-time copy of the plan, with every wave PENDING (FR-4.1). */
  public static Transition<PendingExecution> create(
      ExecutionDetails details, Vector<WavePlan> plan) {
    var facts = new ExecutionFacts(details, Option.none(), Waves.planned(plan), Revision.INITIAL);
    return Transition.create(
        new PendingExecution(facts, Option.none()), new ExecutionCreated(plan.size()));
  }

  @Override
  public ExecutionStatus status() {
    return ExecutionStatus.PENDING;
  }

  @Override
  public PendingExecution withPauseRequest(OperatorRequest request) {
    return new PendingExecution(facts.next(), Option.some(request));
  }
}
