package io.drsorchestrator.local.bench.operations;

import io.drsorchestrator.local.bench.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Threads that poll executions of a crowd, each its own, one poll after another. */
final class Pollers implements AutoCloseable {

  private final Crowd crowd;
  private final int concurrency;
  private final ExecutorService threads;
  private final List<Future<List<Double>>> started = new ArrayList<>();

  Pollers(Crowd crowd, int concurrency) {
    this.crowd = crowd;
    this.concurrency = concurrency;
    this.threads = Executors.newFixedThreadPool(concurrency);
  }

  /** So many polls in all. */
  void start(int polls) {
    var left = new AtomicInteger(polls);
    start(() -> left.getAndDecrement() > 0);
  }

  /** As long as there is reason to. */
  void start(BooleanSupplier goOn) {
    for (int i = 0; i < concurrency; i++) {
      started.add(threads.submit(polling(i, goOn)));
    }
  }

  private Callable<List<Double>> polling(int which, BooleanSupplier goOn) {
    return () -> {
      var times = new ArrayList<Double>();
      while (goOn.getAsBoolean()) {
        var began = System.nanoTime();
        var unused = crowd.poll(which);
        times.add((System.nanoTime() - began) / 1e6);
      }
      return times;
    };
  }

  /** How long each of them took, by the clock. */
  Spread await() throws InterruptedException {
    var times = new ArrayList<Double>();
    for (var one : started) {
      try {
        times.addAll(one.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    return Spread.of(times);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
