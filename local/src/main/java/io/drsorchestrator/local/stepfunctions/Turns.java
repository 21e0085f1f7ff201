package io.drsorchestrator.local.stepfunctions;

import io.drsorchestrator.local.time.Scheduler;
import io.drsorchestrator.local.time.Timer;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One piece of work at a time, whichever thread it comes from. */
final class Turns {
  private final Scheduler scheduler;
  private final ReentrantLock lock = new ReentrantLock();

  Turns(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  Instant now() {
    return scheduler.instant();
  }

  /** Does {@code work} on this thread, as soon as no other work is going on. */
  <T> T take(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  void soon(Runnable work) {
    scheduler.execute(() -> run(work));
  }

  Timer at(Instant when, Runnable work) {
    return scheduler.timer(when, () -> run(work));
  }

  /** Calls someone who may well call back, and so must not hold the turn. */
  void outside(Runnable call) {
    scheduler.execute(call);
  }

  private void run(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }
}
