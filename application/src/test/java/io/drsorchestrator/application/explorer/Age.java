package io.drsorchestrator.application.explorer;

import java.time.Duration;
import java.time.Instant;

/**
 * Times as far as they matter. The clock moves in two sizes of steps only: a tick, after which
 * every lease, grace and patience is over, and a day, after which every deadline is.
 */
enum Age {
  FUTURE,
  NOW,
  PAST,
  ANCIENT;

  static final Duration TICK = Duration.ofMinutes(11);
  static final Duration DAY = Duration.ofHours(25);

  static Age of(long epochSecond, Instant now) {
    long age = now.getEpochSecond() - epochSecond;
    if (age <= 0) {
      return age < 0 ? FUTURE : NOW;
    }
    return age < DAY.toSeconds() ? PAST : ANCIENT;
  }
}
