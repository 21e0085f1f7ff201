package io.drsorchestrator.adapter.out.calls;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.function.LongSupplier;

/** What one poll has called so far, and until when it may begin another call. */
final class CallTally {

  private static final ThreadLocal<CallTally> CURRENT = new ThreadLocal<>();

  private final LongSupplier nanoTime;
  private final long began;
  private final long budget;
  private SortedMap<String, Integer> calls = TreeMap.empty();
  private Vector<String> warnings = Vector.empty();
  private int attempts;
  private int throttles;

  CallTally(Duration budget, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
    this.budget = budget.toNanos();
  }

  /** Whether the calling thread works for a poll; what else a process calls is not counted. */
  static boolean isOpen() {
    return CURRENT.get() != null;
  }

  /** The tally of the poll that the calling thread works for. */
  static CallTally current() {
    return CURRENT.get();
  }

  /** From now on the calling thread works for this poll. */
  void open() {
    CURRENT.set(this);
  }

  static void close() {
    CURRENT.remove();
  }

  boolean isOverdrawn() {
    return nanoTime.getAsLong() - began > budget;
  }

  synchronized void call(String operation) {
    calls = calls.put(operation, calls.getOrElse(operation, 0) + 1);
  }

  synchronized void attempt() {
    attempts++;
  }

  synchronized void throttled() {
    throttles++;
  }

  synchronized void warn(String warning) {
    warnings = warnings.append(warning);
  }

  synchronized PollReport report(String executionId) {
    return new PollReport(
        executionId,
        calls,
        Math.max(0, attempts - calls.values().sum().intValue()),
        throttles,
        Duration.ofNanos(nanoTime.getAsLong() - began),
        warnings);
  }
}
