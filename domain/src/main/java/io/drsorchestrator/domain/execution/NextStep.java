package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Option;
import java.time.Duration;

/** What the workflow has to do next, and how long to wait before it. */
public record NextStep(Kind kind, Option<WaveNumber> wave, Duration after) {

  /** The steps by the names that the state machines know. */
  public enum Kind {
    /** Start the next wave. */
    RUN_WAVE,
    /** Launch the wave that is claimed, after a wait. */
    START_WAVE,
    /** Look at the running wave, after a wait. */
    AWAIT_WAVE,
    /** Wait for an operator. */
    PAUSE,
    /** Record that every wave is COMPLETED. */
    FINALIZE,
    /** Record that a wave FAILED. */
    FAIL,
    /** Record the cancellation that was asked for. */
    CANCEL,
    /** The outcome is on record: end. */
    DONE
  }

  static NextStep of(Kind kind) {
    return new NextStep(kind, Option.none(), Duration.ZERO);
  }

  static NextStep of(Kind kind, WaveNumber wave) {
    return new NextStep(kind, Option.some(wave), Duration.ZERO);
  }

  /** The same step, not before {@code wait} has passed. */
  public NextStep after(Duration wait) {
    return new NextStep(kind, wave, wait);
  }
}
