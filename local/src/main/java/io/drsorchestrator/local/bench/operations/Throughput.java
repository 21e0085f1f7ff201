package io.drsorchestrator.local.bench.operations;

import io.drsorchestrator.local.bench.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Polls of different executions at the same time, on one handler. */
final class Throughput {

  private static final List<Integer> CONCURRENCY = List.of(1, 2, 4, 8, 16);
  private static final String HEADER =
      """
      | concurrent invocations | polls a second | times the baseline | p50, ms | p95, ms |
      | --- | --- | --- | --- | --- |
      """;

  /** So many polls in so much time. */
  private record Rate(int concurrency, double perSecond, Spread elapsed) {

    String row(Rate baseline) {
      return String.format(
          Locale.ROOT,
          "| %s | %.0f | %.1f | %.1f | %.1f |",
          concurrency == 1 ? "baseline: 1" : "" + concurrency,
          perSecond,
          perSecond / baseline.perSecond,
          elapsed.percentile(50),
          elapsed.percentile(95));
    }
  }

  private Throughput() {}

  static String table(Crowd crowd, int polls) throws InterruptedException {
    var rates = new ArrayList<Rate>();
    for (int concurrency : CONCURRENCY) {
      rates.add(rate(crowd, concurrency, polls));
    }
    return HEADER + String.join("\n", rates.stream().map(r -> r.row(rates.get(0))).toList());
  }

  private static Rate rate(Crowd crowd, int concurrency, int polls) throws InterruptedException {
    try (var pollers = new Pollers(crowd, concurrency)) {
      var began = System.nanoTime();
      pollers.start(polls);
      var elapsed = pollers.await();
      return new Rate(concurrency, polls / ((System.nanoTime() - began) / 1e9), elapsed);
    }
  }
}
