package io.drsorchestrator.local.asl;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How often, and after which pauses, a task is tried again. */
public record Retrier(ErrorMatcher errors, long maxAttempts, Backoff backoff) {

  /** Whether there is another attempt after {@code retries} of them. */
  public boolean allows(long retries) {
    return retries < maxAttempts;
  }

  /** The pause before the retry that follows {@code retries} others. */
  public Duration pause(long retries, RandomGenerator random) {
    return backoff.pause(retries, random);
  }
}
