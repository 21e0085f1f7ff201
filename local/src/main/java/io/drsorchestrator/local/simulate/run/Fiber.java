package io.drsorchestrator.local.simulate.run;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Work that can stand still in its middle while others go on: it has a thread of its own, but only
 * one of all threads runs at a time.
 */
final class Fiber {

  private final Semaphore mine = new Semaphore(0);
  private final Semaphore others = new Semaphore(0);
  private final Runnable work;
  private final @Nullable Executor threads;
  private boolean isStarted;
  private @Nullable Throwable failure;

  private Fiber(Runnable work, @Nullable Executor threads) {
    this.work = work;
    this.threads = threads;
  }

  /** Work that may stand still. */
  static Fiber on(Executor threads, Runnable work) {
    return new Fiber(work, threads);
  }

  /** Work that will not stand still, and can do with the thread of whoever asks for it. */
  static Fiber here(Runnable work) {
    return new Fiber(work, null);
  }

  boolean canPark() {
    return threads != null;
  }

  /** Lets the work go on until it stands still or is done. */
  void resume() {
    if (threads == null) {
      work.run();
      return;
    }
    if (isStarted) {
      mine.release();
    } else {
      isStarted = true;
      threads.execute(this::live);
    }
    others.acquireUninterruptibly();
    rethrow();
  }

  private void live() {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    others.release();
  }

  private void rethrow() {
    if (failure != null) {
      throw new IllegalStateException("the simulation itself has failed: " + failure, failure);
    }
  }

  /** Called by the work: stands still until it is resumed. */
  void park() {
    others.release();
    mine.acquireUninterruptibly();
  }
}
