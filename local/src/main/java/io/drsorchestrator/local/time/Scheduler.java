package io.drsorchestrator.local.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that also runs tasks, one at a time, at the times they ask for. */
public interface Scheduler extends InstantSource {

  /** Runs {@code task} at {@code when} (now, if that has passed) unless its timer is cancelled. */
  Timer timer(Instant when, Runnable task);

  /** Runs {@code task} at {@code when}, or now if that has passed. */
  default void at(Instant when, Runnable task) {
    var unused = timer(when, task);
  }

  /** Runs {@code task} now, after the tasks that are already due. */
  default void execute(Runnable task) {
    at(instant(), task);
  }

  /** Runs {@code task} once {@code delay} has passed. */
  default void after(Duration delay, Runnable task) {
    at(instant().plus(delay), task);
  }
}
