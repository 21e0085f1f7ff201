package io.drsorchestrator.local.time;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/**
 * Virtual time: the clock jumps to the next task, and equal times run in the order they were asked
 * for.
 *
 * <p>Deterministic and therefore for one thread only.
 */
public final class VirtualScheduler implements Scheduler {
  private final PriorityQueue<VirtualTask> tasks = new PriorityQueue<>();
  private Instant now;
  private long sequence;

  /** A scheduler whose clock shows {@code start} and which has nothing to do. */
  public VirtualScheduler(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Timer timer(Instant when, Runnable task) {
    var planned = new VirtualTask(when.isBefore(now) ? now : when, sequence++, task);
    tasks.add(planned);
    return planned;
  }

  /** Runs the next task, moving the clock to its time; false if there is none. */
  public boolean runNext() {
    dropCancelled();
    var next = tasks.poll();
    if (next == null) {
      return false;
    }
    now = next.when();
    next.run();
    return true;
  }

  /** Runs tasks until there are none, however far that moves the clock. */
  public void runUntilIdle() {
    boolean busy = true;
    while (busy) {
      busy = runNext();
    }
  }

  /** Runs what is due at the time the clock shows. */
  public void runDue() {
    advanceTo(now);
  }

  /** Lets {@code duration} pass, running what falls due. */
  public void advance(Duration duration) {
    advanceTo(now.plus(duration));
  }

  /** Lets time pass until {@code until}, running what falls due up to and at that time. */
  public void advanceTo(Instant until) {
    while (isDue(until)) {
      runNext();
    }
    if (until.isAfter(now)) {
      now = until;
    }
  }

  /** Whether nothing is left to run. */
  public boolean isIdle() {
    dropCancelled();
    return tasks.isEmpty();
  }

  private boolean isDue(Instant until) {
    dropCancelled();
    var next = tasks.peek();
    return next != null && !next.when().isAfter(until);
  }

  private void dropCancelled() {
    while (!tasks.isEmpty() && tasks.element().isCancelled()) {
      tasks.remove();
    }
  }
}
