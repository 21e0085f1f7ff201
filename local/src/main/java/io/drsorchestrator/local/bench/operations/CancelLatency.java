package io.drsorchestrator.local.bench.operations;

import io.drsorchestrator.local.bench.Spread;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** How long an operator's cancel takes while the very executions are polled all the time. */
final class CancelLatency {

  private static final int CONCURRENCY = 16;
  private static final String HEADER =
      """
      | cancels | p50, ms | p95, ms | longest, ms | p50, times the baseline |
      | --- | --- | --- | --- | --- |
      """;

  private final Crowd crowd;
  private final int cancels;

  private CancelLatency(Crowd crowd, int cancels) {
    this.crowd = crowd;
    this.cancels = cancels;
  }

  /** At least so many polls, and so many cancels, one after another, while they run. */
  static String table(Crowd crowd, int polls, int cancels) throws InterruptedException {
    return new CancelLatency(crowd, cancels).table(polls);
  }

  private String table(int polls) throws InterruptedException {
    var idle = cancelled(() -> false);
    var left = new AtomicInteger(polls);
    var stop = new AtomicBoolean();
    try (var pollers = new Pollers(crowd, CONCURRENCY)) {
      pollers.start(() -> left.getAndDecrement() > 0 || !stop.get());
      var busy = cancelled(() -> left.get() > 0);
      stop.set(true);
      var polled = pollers.await().sorted().size();
      return HEADER
          + row("baseline: nothing else runs", idle, idle)
          + "\n"
          + row(polled + " polls run, " + CONCURRENCY + " at a time", busy, idle);
    }
  }

  private Spread cancelled(BooleanSupplier andMore) {
    var times = new ArrayList<Double>();
    while (times.size() < cancels || andMore.getAsBoolean()) {
      times.add(cancel(crowd.fixtures().get(times.size() % crowd.fixtures().size())));
    }
    return Spread.of(times);
  }

  private static double cancel(Fixture fixture) {
    fixture.putBackPolled();
    var workflow = fixture.workflow();
    var event =
        PlayedWorkflow.operation("cancel")
            .put("executionId", workflow.executionId())
            .put("planId", workflow.planId())
            .put("requestedBy", "bench")
            .toString();
    var began = System.nanoTime();
    var answer = workflow.function().invoke(event);
    var millis = (System.nanoTime() - began) / 1e6;
    if (!answer.contains("CANCELLING")) {
      throw new IllegalStateException(answer);
    }
    return millis;
  }

  private static String row(String name, Spread spread, Spread baseline) {
    return String.format(
        Locale.ROOT,
        "| %s: %d | %.1f | %.1f | %.1f | %.1f |",
        name,
        spread.sorted().size(),
        spread.percentile(50),
        spread.percentile(95),
        spread.percentile(100),
        spread.percentile(50) / baseline.percentile(50));
  }
}
