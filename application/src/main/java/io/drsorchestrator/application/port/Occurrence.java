package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.drsorchestrator.domain.execution.Transition;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * The events of one write that took place, and the execution on both sides of it.
 *
 * @param before what had been read; absent if the execution is new
 * @param after the same as before for what happens besides the lifecycle
 */
public record Occurrence(Option<Execution> before, Execution after, Vector<LifecycleEvent> events) {

  /** A lifecycle transition that is on record now. */
  public static Occurrence of(Transition<?> transition) {
    return new Occurrence(
        transition.before().map(before -> before), transition.next(), transition.events());
  }

  /** What happened to {@code execution} besides its transitions. */
  public static Occurrence besides(Execution execution, Vector<LifecycleEvent> events) {
    return new Occurrence(Option.some(execution), execution, events);
  }

  /** The same of one event. */
  public static Occurrence besides(Execution execution, LifecycleEvent event) {
    return besides(execution, Vector.of(event));
  }
}
