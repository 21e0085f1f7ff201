package io.drsorchestrator.application.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes only when a test says so. */
public final class SettableClock implements InstantSource {

  private Instant now;

  public SettableClock(Instant start) {
    now = start;
  }

  public synchronized void set(Instant time) {
    now = time;
  }

  /** Lets time pass. */
  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }
}
