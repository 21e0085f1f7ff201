package io.drsorchestrator.domain.wave;

import io.drsorchestrator.domain.server.Server;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/**
 * A wave whose launch somebody has claimed and whose job is not on record yet.
 *
 * @param target absent until the first launch attempt has resolved the servers
 * @param attempt the newest launch attempt; absent right after a resume
 */
public record ClaimedWave(
    WavePlan plan, Instant startTime, Option<LaunchTarget> target, Option<LaunchAttempt> attempt)
    implements ActiveWave {

  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  /** Taken over by another launch attempt. What is launched stays as it was first resolved. */
  public ClaimedWave reclaim(LaunchTarget resolved, LaunchAttempt next) {
    return new ClaimedWave(
        plan, startTime, target.orElse(Option.some(resolved)), Option.some(next));
  }

  /**
   * Since when a job of this wave may exist: any attempt from the first claim on may have launched
   * it and died, by a clock of DRS that is not ours.
   */
  public Instant earliestLaunch() {
    return startTime.minus(CLOCK_SKEW);
  }

  /** How long an earlier launch attempt may still be about to call StartRecovery. */
  public Duration lease(Instant now) {
    return attempt.map(a -> a.remaining(now)).getOrElse(Duration.ZERO);
  }

  /** Its DRS job is known now; {@code launched} is what that job launches. */
  public RunningWave launched(JobId job, LaunchTarget launched) {
    return new RunningWave(
        plan,
        startTime,
        job,
        launched.region(),
        launched.serverIds().map(Server::awaiting),
        Option.none(),
        Option.none(),
        0);
  }

  public EndedWave cancel(Instant now) {
    return ended(WaveStatus.CANCELLED, Option.none(), now);
  }

  @Override
  public EndedWave fail(String message, Instant now) {
    return ended(WaveStatus.FAILED, Option.some(message), now);
  }

  private EndedWave ended(WaveStatus status, Option<String> message, Instant now) {
    return EndedWave.neverLaunched(plan, status, Option.some(startTime), now, message);
  }

  @Override
  public Vector<Server> servers() {
    return target.map(t -> t.serverIds().map(Server::awaiting)).getOrElse(Vector.empty());
  }
}
