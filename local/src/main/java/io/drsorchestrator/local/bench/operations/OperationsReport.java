package io.drsorchestrator.local.bench.operations;

import io.drsorchestrator.local.bench.Machine;
import java.io.IOException;
import java.io.PrintStream;

/** The tables of {@code docs/benchmarks.md}. */
public final class OperationsReport {

  private static final int CROWD = 16;
  private static final int POLLS = 500;
  private static final int CANCELS = 100;

  private final PrintStream out;
  private final Counts counts;
  private final int mostWaves;

  /** It says on {@code out} how far it is; plans of more waves are left out. */
  public OperationsReport(PrintStream out, Counts counts, int mostWaves) {
    this.mostWaves = mostWaves;
    this.out = out;
    this.counts = counts;
  }

  public String measure() throws IOException, InterruptedException {
    var machine = Machine.described();
    try (var bench = Bench.start()) {
      var measurements = measurements(bench);
      var growth = Growth.upTo(mostWaves, measurements);
      return """
          %s; %d invocations each, of the growth %d, after %d of each to warm up.

          ### Targets

          %s

          ### The replaced system

          %s

          ### By servers in a wave

          %s

          ### Growth

          Own time p50 in milliseconds, and how many times that of the smallest plan; then the straight line through the rows, by
          least squares, and how far the farthest of them is from it, as a part of the largest value: close to it is linear.

          %s

          %s

          %s"""
          .formatted(
              machine,
              counts.times(),
              counts.fewer().times(),
              counts.warmUp(),
              new Targets(measurements).table(),
              new Python(measurements).table(),
              new ByServers(measurements).table(),
              growth.table(),
              growth.lines(),
              atTheSameTime(bench));
    }
  }

  private Measurements measurements(Bench bench) {
    var measurements = new Measurements();
    measure(bench, measurements, ByServers.MOST, counts);
    measure(bench, measurements, ByServers.SOME, counts.again());
    measure(bench, measurements, ByServers.FEWEST, counts.again());
    Growth.upTo(mostWaves, measurements)
        .shapes()
        .forEach(shape -> measure(bench, measurements, shape, counts.again().fewer()));
    return measurements;
  }

  private void measure(Bench bench, Measurements measurements, Shape shape, Counts some) {
    out.println("Measuring a plan of " + shape.inWords());
    measurements.measure(bench, shape, some);
  }

  private String atTheSameTime(Bench bench) throws InterruptedException {
    out.println("Measuring " + CROWD + " executions at the same time");
    try (var crowd = Crowd.of(bench.elsewhere(), CROWD)) {
      return """
          ### At the same time

          %s

          %s"""
          .formatted(
              Throughput.table(crowd, Math.min(POLLS, 5 * counts.times())),
              CancelLatency.table(
                  crowd, Math.min(POLLS, 5 * counts.times()), Math.min(CANCELS, counts.times())));
    }
  }
}
