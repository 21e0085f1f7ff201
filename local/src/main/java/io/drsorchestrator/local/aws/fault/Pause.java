package io.drsorchestrator.local.aws.fault;

import java.time.Duration;

/** The way in which a delayed call waits; real time by default, nothing at all in fast tests. */
@FunctionalInterface
public interface Pause {

  /** Sleeps. */
  Pause REAL = Pause::sleep;

  /** Returns after {@code time}. */
  void forTime(Duration time);

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
