package io.drsorchestrator.domain.wave;

import java.time.Instant;

/** A wave that is POLLING: claimed for its launch, or running. */
public sealed interface ActiveWave extends Wave permits ClaimedWave, RunningWave {

  Instant startTime();

  /** This wave failed, for the reason in {@code message}. */
  EndedWave fail(String message, Instant now);

  @Override
  default WaveStatus status() {
    return WaveStatus.POLLING;
  }
}
