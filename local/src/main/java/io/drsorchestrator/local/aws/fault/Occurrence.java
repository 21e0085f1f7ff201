package io.drsorchestrator.local.aws.fault;

import io.drsorchestrator.local.aws.api.Seeded;
import java.time.Duration;

/**
 * When a fault strikes among the calls that it is about: all conditions must hold.
 *
 * @param afterCalls how many calls pass unharmed first
 * @param count how many calls are hit at most
 * @param from earliest time since the simulation began
 * @param until first time at which the fault is over
 */
public record Occurrence(
    int afterCalls, int count, double probability, Duration from, Duration until) {

  /** Each call, always. */
  public static final Occurrence ALWAYS =
      new Occurrence(0, Integer.MAX_VALUE, 1, Duration.ZERO, Duration.ofDays(36_500));

  boolean covers(Duration elapsed) {
    return elapsed.compareTo(from) >= 0 && elapsed.compareTo(until) < 0;
  }

  boolean strikes(int callNumber, int hitsSoFar, long seed) {
    return callNumber > afterCalls
        && hitsSoFar < count
        && (probability >= 1
            || Seeded.random(seed, "fault", "" + callNumber).nextDouble() < probability);
  }
}
