package io.drsorchestrator.local.asl;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The growing pauses between retries. */
public record Backoff(long intervalSeconds, double rate, long maxDelaySeconds, boolean jitter) {
  private static final double MILLIS = 1000;

  /** The pause before the retry that follows {@code retries} others. */
  public Duration pause(long retries, RandomGenerator random) {
    double seconds =
        Math.min(intervalSeconds * Math.pow(rate, (double) retries), (double) maxDelaySeconds);
    double chosen = jitter ? seconds * random.nextDouble() : seconds;
    return Duration.ofMillis(Math.round(chosen * MILLIS));
  }
}
