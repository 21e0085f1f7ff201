package io.drsorchestrator.domain.wave;

import io.drsorchestrator.domain.server.Server;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** A wave that has not started. */
public record PendingWave(WavePlan plan) implements Wave {

  /** Claimed for its launch; {@code attempt} is absent if nobody is about to launch it yet. */
  public ClaimedWave claim(
      Option<LaunchTarget> target, Option<LaunchAttempt> attempt, Instant now) {
    return new ClaimedWave(plan, now, target, attempt);
  }

  public EndedWave cancel(Instant now) {
    return EndedWave.neverLaunched(plan, WaveStatus.CANCELLED, Option.none(), now, Option.none());
  }

  /** Failed before it could be launched, for the reason in {@code message}. */
  public EndedWave fail(String message, Instant now) {
    return EndedWave.neverLaunched(
        plan, WaveStatus.FAILED, Option.some(now), now, Option.some(message));
  }

  @Override
  public WaveStatus status() {
    return WaveStatus.PENDING;
  }

  @Override
  public Vector<Server> servers() {
    return Vector.empty();
  }
}
