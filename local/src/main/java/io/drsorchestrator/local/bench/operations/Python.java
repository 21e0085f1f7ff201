package io.drsorchestrator.local.bench.operations;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures of the replaced system, of another machine (issue 8), beside those of this run. */
record Python(Measurements figures) {

  private static final String HEADER =
      """
      | operation | servers | own time p50 / p95, ms | Python system on another machine, ms | p50, part of it |
      | --- | --- | --- | --- | --- |
      """;

  /** What is known of the other system. */
  private record Known(String operation, int servers, double p50, double p95) {

    String row(Figures ours) {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %.1f / %.1f | %.0f / %.0f | %.0f %% |",
          operation,
          servers,
          ours.own().percentile(50),
          ours.own().percentile(95),
          p50,
          p95,
          100 * ours.own().percentile(50) / p50);
    }
  }

  private static final List<Known> ALL =
      List.of(
          new Known(Operations.POLL, 1, 34, 104),
          new Known(Operations.POLL, 10, 45, 120),
          new Known(Operations.POLL, 100, 114, 190),
          new Known(Operations.FINALIZE, 1, 5, 7));

  String table() {
    return HEADER
        + ALL.stream()
            .map(known -> known.row(figures.of(known.operation(), new Shape(1, known.servers()))))
            .collect(Collectors.joining("\n"));
  }
}
