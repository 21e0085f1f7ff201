package io.drsorchestrator.application.explorer;

import java.time.Duration;
import java.time.Instant;

/**
 * Times as far as they matter. The clock moves in two sizes of steps only: a tick, after which
 * every lease, grace and patience is over, and a day, after which every deadline is. So of a lease
 * it matters whether it holds, of a wave's start whether it is a day ago, of what is given a grace
 * whether it is just now, and of any other time whether it is known.
 */
final class Age {

  static final Duration TICK = Duration.ofMinutes(11);
  static final Duration DAY = Duration.ofHours(25);

  private Age() {}

  /** One of very few numbers. */
  static int of(String name, long epochSecond, Instant now) {
    long age = now.getEpochSecond() - epochSecond;
    return epochSecond == 0
        ? 0
        : 1
            + switch (name) {
              case "leaseUntil" -> age < 0 ? 1 : 0;
              case "startTime" -> age >= DAY.toSeconds() ? 1 : 0;
              case "endTime", "endSeenTime", "endedBy", "jobMissingSince", "missingSince" ->
                  age > 0 ? 1 : 0;
              default -> 0;
            };
  }
}
