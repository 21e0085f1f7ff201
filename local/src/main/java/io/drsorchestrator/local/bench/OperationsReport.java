package io.drsorchestrator.local.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of {@code docs/benchmarks.md}: operations through the handler, by servers. */
public final class OperationsReport {

  private static final List<Integer> SERVERS = List.of(1, 10, 100);
  private static final String HEADER =
      """
      | operation | servers | p50, ms | p95, ms | own processor p50, ms | p95, ms | times the baseline | allocated, kB |
      | --- | --- | --- | --- | --- | --- | --- | --- |
      """;

  private final PrintStream out;
  private final int warmUp;
  private final int times;

  /** Of so many invocations each, after so many that do not count. */
  public OperationsReport(PrintStream out, int warmUp, int times) {
    this.out = out;
    this.warmUp = warmUp;
    this.times = times;
  }

  public String measure() throws InterruptedException {
    var rows = new ArrayList<String>();
    for (int servers : SERVERS) {
      rows.addAll(rows(servers));
    }
    return "%s; %d invocations each, after %d to warm up.%n%n%s%s"
        .formatted(Machine.described(), times, warmUp, HEADER, String.join("\n", rows));
  }

  private List<String> rows(int servers) throws InterruptedException {
    var rows = new ArrayList<String>();
    @Nullable Figures baseline = null;
    try (var bench = new RunningBench(servers)) {
      for (var subject : bench.subjects().entrySet()) {
        var figures = Figures.of(subject.getValue(), warmUp, times);
        baseline = baseline == null ? figures : baseline;
        rows.add(figures.row(subject.getKey(), servers, baseline));
        out.println(rows.get(rows.size() - 1));
      }
    }
    return rows;
  }
}
