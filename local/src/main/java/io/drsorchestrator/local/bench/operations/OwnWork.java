package io.drsorchestrator.local.bench.operations;

import com.sun.management.ThreadMXBean;
import io.drsorchestrator.application.port.PollCalls;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.Tuple2;
import io.vavr.Tuple3;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Processor time and memory of whatever works for an invocation: its own thread, and the threads on
 * which a poll asks DRS and EC2 side by side. Those end with their question, so that each is read
 * where it asks.
 */
final class OwnWork implements PollCalls {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** So much of each. */
  record Amount(long nanos, long bytes) {

    static Amount ofThisThread() {
      return new Amount(
          THREADS.getCurrentThreadCpuTime(), THREADS.getCurrentThreadAllocatedBytes());
    }

    Amount since(Amount earlier) {
      return new Amount(nanos - earlier.nanos, bytes - earlier.bytes);
    }
  }

  private final PollCalls calls;
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  OwnWork(PollCalls calls) {
    this.calls = calls;
  }

  /** Of this thread and of all questions so far. */
  Amount now() {
    var own = Amount.ofThisThread();
    return new Amount(own.nanos() + nanos.get(), own.bytes() + bytes.get());
  }

  @Override
  public <T> T during(ExecutionId id, Supplier<T> poll) {
    return calls.during(id, poll);
  }

  @Override
  public void degraded(String warning) {
    calls.degraded(warning);
  }

  @Override
  public <A, B> Tuple2<A, B> both(Supplier<A> first, Supplier<B> second) {
    return calls.both(first, counted(second));
  }

  @Override
  public <A, B, C> Tuple3<A, B, C> all(Supplier<A> first, Supplier<B> second, Supplier<C> third) {
    return calls.all(first, counted(second), counted(third));
  }

  private <T> Supplier<T> counted(Supplier<T> question) {
    var asking = Thread.currentThread();
    return () -> {
      var before = Amount.ofThisThread();
      try {
        return question.get();
      } finally {
        if (Thread.currentThread() != asking) {
          add(Amount.ofThisThread().since(before));
        }
      }
    };
  }

  private void add(Amount amount) {
    nanos.addAndGet(amount.nanos());
    bytes.addAndGet(amount.bytes());
  }
}
