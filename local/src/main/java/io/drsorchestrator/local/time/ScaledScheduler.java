package io.drsorchestrator.local.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Time that runs a number of times faster than real time, on one daemon thread. */
public final class ScaledScheduler implements Scheduler, AutoCloseable {
  private final Instant start;
  private final int speed;
  private final long startNanos = System.nanoTime();
  private final ScheduledThreadPoolExecutor executor;

  /**
   * A clock that shows {@code start} now and then runs {@code speed} times as fast as real time.
   */
  public ScaledScheduler(Instant start, int speed) {
    if (speed < 1) {
      throw new IllegalArgumentException("A speed of " + speed + " is less than real time");
    }
    this.start = start;
    this.speed = speed;
    this.executor = new ScheduledThreadPoolExecutor(1, ScaledScheduler::daemon);
    executor.setRemoveOnCancelPolicy(true);
    executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  @Override
  public Instant instant() {
    return start.plus(Duration.ofNanos(System.nanoTime() - startNanos).multipliedBy(speed));
  }

  @Override
  public Timer timer(Instant when, Runnable task) {
    var future = executor.schedule(() -> guarded(task), realNanosUntil(when), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private long realNanosUntil(Instant when) {
    var left = Duration.between(instant(), when);
    return left.isNegative() ? 0 : left.plusNanos(speed - 1L).dividedBy(speed).toNanos();
  }

  /** The executor would keep a failure to itself, in a future that nobody reads. */
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error failure) {
      var thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "scaled-time");
    thread.setDaemon(true);
    return thread;
  }
}
