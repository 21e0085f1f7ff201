package io.drsorchestrator.local.simulate.run;

import io.drsorchestrator.local.simulate.scenario.Operation;
import java.time.Duration;
import java.time.Instant;

/** One invocation of the handler, from its beginning to its end, its time-out or its crash. */
final class Invocation {

  final int number;
  final Operation operation;
  final Instant ends;
  final Duration skew;

  /** How many writes there had been when its last call had its effect. */
  int seenWrites;

  /** Nothing of it happens any more. */
  boolean isDead;

  /** Its result is known. */
  boolean isOver;

  Invocation(int number, Operation operation, Instant ends, Duration skew) {
    this.number = number;
    this.operation = operation;
    this.ends = ends;
    this.skew = skew;
  }

  @Override
  public String toString() {
    return operation + "#" + number;
  }
}
