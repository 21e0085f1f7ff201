package io.drsorchestrator.local.aws.drs;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/** Arithmetic with instants that may never come. */
final class Forever {

  static final Instant NEVER = Instant.MAX;

  private Forever() {}

  static Instant plus(Instant instant, Duration duration) {
    return instant.equals(NEVER) ? NEVER : instant.plus(duration);
  }

  static Instant latest(Collection<Instant> instants) {
    return instants.stream().max(Comparator.naturalOrder()).orElseThrow();
  }

  static boolean reached(Instant instant, Instant now) {
    return !now.isBefore(instant);
  }
}
