package io.drsorchestrator.adapter.out.log;

import io.drsorchestrator.domain.execution.CompletedExecution;
import io.drsorchestrator.domain.execution.GateWait;
import io.drsorchestrator.domain.wave.EndedWave;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** How long things took. */
final class Durations {

  private Durations() {}

  /** From its claim to its end; absent if it never began. */
  static Option<Duration> ofWave(EndedWave wave) {
    return wave.startTime().map(start -> notNegative(Duration.between(start, wave.endTime())));
  }

  /** From the end of the last wave to COMPLETED, in milliseconds. */
  static long finalization(ToldEvent told) {
    return told.after() instanceof CompletedExecution completed
        ? sinceLastWave(completed).toMillis()
        : 0;
  }

  private static Duration sinceLastWave(CompletedExecution completed) {
    return completed
        .facts()
        .waves()
        .all()
        .filter(EndedWave.class::isInstance)
        .map(wave -> ((EndedWave) wave).endTime())
        .max()
        .map(last -> notNegative(Duration.between(last, completed.completedTime())))
        .getOrElse(Duration.ZERO);
  }

  static Option<Duration> ofPause(GateWait waiting, Instant now) {
    return waiting.since().map(since -> notNegative(Duration.between(since, now)));
  }

  /** The clocks of two invocations differ a little. */
  private static Duration notNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
