package io.drsorchestrator.local.races;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands the baton from actor to actor. Exactly one actor runs at a time, and who is next is drawn
 * from the seed, so that one seed is one interleaving. Time is virtual and moves with the steps.
 */
final class Schedule implements InstantSource {

  private static final int MAX_STEPS = 8_000;
  private static final long START = 1_800_000_000L;
  private static final int REMEMBERED = 600;
  private static final long PATIENCE_SECONDS = 120;

  private final Random random;
  private final int stickiness;
  private final int crashesPerMille;

  /** Nothing goes wrong but that everybody calls at once. */
  private final boolean calm;

  private final List<Actor> actors = new ArrayList<>();
  private final Deque<String> log = new ArrayDeque<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private Actor current = new Actor("nobody");
  private Actor slow = current;
  private long now = START;
  private int steps;
  private boolean quiet;
  private @Nullable Throwable failure;

  Schedule(Random random) {
    this.random = random;
    this.stickiness = random.nextInt(3) * 3;
    this.crashesPerMille = random.nextInt(3) * 15;
    this.calm = random.nextInt(6) == 0;
    current.done = true;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochSecond(now);
  }

  Instant started() {
    return Instant.ofEpochSecond(START);
  }

  int steps() {
    return steps;
  }

  Actor current() {
    return current;
  }

  /** From now on nothing goes wrong any more: everybody gets to an end. */
  void quieten() {
    quiet = true;
    slow = new Actor("nobody");
  }

  boolean happens(int perMille) {
    return random.nextInt(1000) < perMille && !quiet && !calm;
  }

  /** Runs all scripts to their end. */
  void run(Map<Actor, Runnable> scripts) {
    actors.addAll(scripts.keySet());
    if (random.nextBoolean()) {
      slow = actors.get(random.nextInt(actors.size()));
    }
    scripts.forEach(this::start);
    handOver();
    await();
    var failed = failure;
    if (failed != null) {
      throw new AssertionError(failed + "\n" + log(), failed);
    }
  }

  private void start(Actor actor, Runnable script) {
    var thread = new Thread(() -> live(actor, script), actor.describe());
    thread.setDaemon(true);
    thread.start();
  }

  private void live(Actor actor, Runnable script) {
    try {
      acquire(actor);
      script.run();
    } catch (Throwable e) {
      failure = failure == null ? e : failure;
    }
    actor.done = true;
    handOver();
  }

  private void await() {
    try {
      if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("stuck at " + current.describe() + "\n" + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static void acquire(Actor actor) {
    try {
      if (!actor.turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Crash("never got the baton: " + actor.describe());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Crash("interrupted: " + e);
    }
  }

  private void handOver() {
    var live = actors.stream().filter(actor -> !actor.done).toList();
    if (live.isEmpty()) {
      over.countDown();
      return;
    }
    current = next(live);
    current.turn.release();
  }

  private Actor next(List<Actor> live) {
    now += random.nextInt(2);
    if (!current.done && current.wakesAt <= now && random.nextInt(10) < stickiness) {
      return current;
    }
    var awake = live.stream().filter(actor -> actor.wakesAt <= now).toList();
    var asleep = live.stream().filter(actor -> actor.wakesAt > now).toList();
    if (awake.isEmpty() || (!asleep.isEmpty() && random.nextInt(10) == 0)) {
      var first = asleep.stream().min(Comparator.comparingLong(a -> a.wakesAt)).orElseThrow();
      now = first.wakesAt;
      return first;
    }
    var next = awake.get(random.nextInt(awake.size()));
    return next == slow && random.nextInt(8) != 0 ? awake.get(random.nextInt(awake.size())) : next;
  }

  /** Lets the others run, for as long as the seed says. */
  void step(String what) {
    var self = current;
    log.add("%5d %ds %s: %s".formatted(steps, now % 100_000, self.describe(), what));
    if (log.size() > REMEMBERED) {
      log.removeFirst();
    }
    handOver();
    acquire(self);
    steps++;
    if (steps > MAX_STEPS || failure != null) {
      throw new Crash("no end after " + steps + " steps");
    }
  }

  void sleep(long seconds) {
    current.wakesAt = now + seconds;
    step("sleeps " + seconds + " s");
  }

  /**
   * One call to the outside world: others run before it, and the caller may die before it or before
   * its answer arrives. An invocation that is over time has been killed.
   */
  <T> T call(String what, Supplier<T> effect) {
    var self = current;
    step(what);
    if (now >= self.operationEnds) {
      throw new Crash("timed out before " + what);
    }
    crash("before " + what);
    self.previousCall = self.lastCall;
    self.lastCall = steps;
    var answer = effect.get();
    crash("after " + what);
    return answer;
  }

  private void crash(String when) {
    if (happens(crashesPerMille)) {
      log.add("%5d %s CRASHES %s".formatted(steps, current.describe(), when));
      throw new Crash(when);
    }
  }

  String log() {
    return String.join("\n", log);
  }
}
