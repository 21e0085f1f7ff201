package io.drsorchestrator.domain.wave;

import io.drsorchestrator.domain.server.Server;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * A wave that is over.
 *
 * @param status COMPLETED, FAILED or CANCELLED
 * @param startTime absent if it was cancelled before it started
 * @param launch absent if it never had a job
 * @param message why it failed
 */
public record EndedWave(
    WavePlan plan,
    WaveStatus status,
    Option<Instant> startTime,
    Instant endTime,
    Option<Launch> launch,
    Vector<Server> servers,
    Option<String> message)
    implements Wave {

  /** The DRS job that an ended wave had. */
  public record Launch(JobId jobId, String region, Option<RecoveryJob> job) {}

  public EndedWave {
    if (!status.isTerminal()) {
      throw new IllegalArgumentException("an ended wave cannot be " + status);
    }
  }

  static EndedWave launched(
      RunningWave wave, WaveStatus status, Instant now, Option<String> message) {
    return new EndedWave(
        wave.plan(),
        status,
        Option.some(wave.startTime()),
        now,
        Option.some(new Launch(wave.jobId(), wave.region(), wave.job())),
        wave.servers(),
        message);
  }

  static EndedWave neverLaunched(
      WavePlan plan,
      WaveStatus status,
      Option<Instant> startTime,
      Instant now,
      Option<String> message) {
    return new EndedWave(plan, status, startTime, now, Option.none(), Vector.empty(), message);
  }
}
