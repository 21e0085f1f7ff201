package io.drsorchestrator.domain.execution;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * A change of the lifecycle: what was read, the state after it and what happened.
 *
 * @param before absent if the execution is new
 */
public record Transition<E extends Execution>(
    Option<ActiveExecution> before, E next, Vector<LifecycleEvent> events) {

  static <E extends Execution> Transition<E> create(E next, LifecycleEvent event) {
    return new Transition<>(Option.none(), next, Vector.of(event));
  }

  static <E extends Execution> Transition<E> of(
      ActiveExecution before, E next, LifecycleEvent... events) {
    return new Transition<>(Option.some(before), next, Vector.of(events));
  }
}
