package io.drsorchestrator.domain.wave;

import java.time.Duration;
import java.time.Instant;

/**
 * One invocation's right to start the DRS job of a wave. StartRecovery has no idempotency token, so
 * until {@code leaseUntil}, when that invocation must be over, nobody else may call it (I9).
 */
public record LaunchAttempt(String id, Instant startedAt, Instant leaseUntil) {

  /** How long others still have to wait; zero if the lease is over. */
  public Duration remaining(Instant now) {
    return now.isBefore(leaseUntil) ? Duration.between(now, leaseUntil) : Duration.ZERO;
  }
}
