package io.drsorchestrator.domain;

import java.time.Duration;
import java.time.Instant;

/** The fixed times of the tests. */
public final class Moments {

  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Moments() {}

  public static Instant noonPlus(Duration later) {
    return NOON.plus(later);
  }
}
