package io.drsorchestrator.local.simulate.run;

import io.drsorchestrator.local.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Who runs now: one invocation at most, and the others stand still until their time has come. */
final class Baton implements InstantSource {

  private final VirtualScheduler time;
  private final Executor threads;
  private final Map<Invocation, Fiber> standing = new LinkedHashMap<>();
  private @Nullable Invocation current;
  private @Nullable Fiber fiber;

  Baton(VirtualScheduler time, Executor threads) {
    this.time = time;
    this.threads = threads;
  }

  /** The time as the running invocation sees it. */
  @Override
  public Instant instant() {
    var now = time.instant();
    return current == null ? now : now.plus(current.skew);
  }

  @Nullable Invocation current() {
    return current;
  }

  void after(Duration delay, Runnable work) {
    time.after(delay, work);
  }

  /** The work of an invocation, to be begun; {@code canPark} if it may have to stand still. */
  Fiber fiber(Runnable work, boolean canPark) {
    return canPark ? Fiber.on(threads, work) : Fiber.here(work);
  }

  /** Lets an invocation go on until it stands still or is done. */
  void go(Invocation invocation, Fiber thread) {
    var before = current;
    var fiberBefore = fiber;
    current = invocation;
    fiber = thread;
    thread.resume();
    current = before;
    fiber = fiberBefore;
  }

  /**
   * Lets others have their turns until that time has passed; the invocation may be dead by then.
   */
  void sleep(Duration duration) {
    var self = current;
    var thread = fiber;
    if (self == null || thread == null || !thread.canPark()) {
      throw new IllegalStateException("nothing here can stand still");
    }
    time.after(duration, () -> wake(self, thread));
    standing.put(self, thread);
    thread.park();
    standing.remove(self);
    checkAlive();
  }

  private void wake(Invocation invocation, Fiber thread) {
    if (!invocation.isOver) {
      go(invocation, thread);
    }
  }

  /** Nothing goes on any more. */
  void killAll() {
    List.copyOf(standing.entrySet())
        .forEach(
            one -> {
              one.getKey().isDead = true;
              one.getKey().isOver = true;
              go(one.getKey(), one.getValue());
            });
  }

  /** Where a process has been killed, it unwinds without any further effect. */
  void checkAlive() {
    if (current != null && current.isDead) {
      throw new Crash("is dead");
    }
  }

  /** The end of the running invocation, to be thrown. */
  Crash crash() {
    if (current != null) {
      current.isDead = true;
    }
    return new Crash("simulated");
  }
}
