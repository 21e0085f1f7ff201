package io.drsorchestrator.local.aws.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that goes wrong with API calls.
 *
 * @param delay how long the call is held up before the effect
 */
public record Fault(CallPattern calls, Occurrence occurrence, Duration delay, Effect effect) {

  /** {@code effect} on each call of {@code operation}, at once. */
  public static Fault on(String service, String operation, Effect effect) {
    CallPattern calls = new CallPattern(service, operation, Optional.empty(), Optional.empty());
    return new Fault(calls, Occurrence.ALWAYS, Duration.ZERO, effect);
  }

  /** The same fault for the first {@code count} calls only. */
  public Fault times(int count) {
    Occurrence o = occurrence;
    return occurring(new Occurrence(o.afterCalls(), count, o.probability(), o.from(), o.until()));
  }

  /** The same fault after {@code calls} unharmed calls. */
  public Fault afterCalls(int calls) {
    Occurrence o = occurrence;
    return occurring(new Occurrence(calls, o.count(), o.probability(), o.from(), o.until()));
  }

  /** The same fault with that probability. */
  public Fault withProbability(double probability) {
    Occurrence o = occurrence;
    return occurring(new Occurrence(o.afterCalls(), o.count(), probability, o.from(), o.until()));
  }

  /** The same fault between two times since the simulation began. */
  public Fault between(Duration from, Duration until) {
    Occurrence o = occurrence;
    return occurring(new Occurrence(o.afterCalls(), o.count(), o.probability(), from, until));
  }

  /** The same fault, holding each call up. */
  public Fault delayedBy(Duration time) {
    return new Fault(calls, occurrence, time, effect);
  }

  /** The same fault at other times. */
  public Fault occurring(Occurrence other) {
    return new Fault(calls, other, delay, effect);
  }
}
