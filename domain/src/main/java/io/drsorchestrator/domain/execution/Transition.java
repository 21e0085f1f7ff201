package io.drsorchestrator.domain.execution;

import io.vavr.collection.Vector;

/** A change of the lifecycle: the state after it and what happened. */
public record Transition<E extends Execution>(E next, Vector<LifecycleEvent> events) {

  static <E extends Execution> Transition<E> to(E next, LifecycleEvent... events) {
    return new Transition<>(next, Vector.of(events));
  }
}
