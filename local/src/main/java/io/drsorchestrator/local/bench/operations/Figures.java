package io.drsorchestrator.local.bench.operations;

import io.drsorchestrator.local.bench.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one operation takes: by the clock, of the processor, and in memory. */
record Figures(Spread elapsed, Spread own, double kilobytes) {

  /** So many times, one after another on this thread. */
  static Figures of(Operation operation, OwnWork work, int times) {
    var samples = new ArrayList<Sample>();
    for (int i = 0; i < times; i++) {
      samples.add(Sample.of(operation, work));
    }
    return of(samples);
  }

  private static Figures of(List<Sample> samples) {
    return new Figures(
        Spread.of(samples.stream().map(sample -> sample.elapsed() / 1e6).toList()),
        Spread.of(samples.stream().map(sample -> sample.work().nanos() / 1e6).toList()),
        samples.stream().mapToLong(sample -> sample.work().bytes()).average().orElse(0) / 1000);
  }

  /** One time. What prepares it and looks at its answer is not in it. */
  private record Sample(long elapsed, OwnWork.Amount work) {

    static Sample of(Operation operation, OwnWork work) {
      operation.before().run();
      var began = System.nanoTime();
      var before = work.now();
      var answer = operation.call().get();
      var amount = work.now().since(before);
      var elapsed = System.nanoTime() - began;
      operation.check(answer);
      return new Sample(elapsed, amount);
    }
  }

  String row(String name, int servers, Figures baseline) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.0f |",
        name,
        servers,
        elapsed.percentile(50),
        elapsed.percentile(95),
        own.percentile(50),
        own.percentile(95),
        own.percentile(50) / baseline.own.percentile(50),
        kilobytes);
  }
}
