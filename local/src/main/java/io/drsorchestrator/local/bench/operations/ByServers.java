package io.drsorchestrator.local.bench.operations;

import java.util.List;
import java.util.stream.Collectors;

/** The table of the operations with 1, 10 and 100 servers in the one wave of a plan. */
record ByServers(Measurements measurements) {

  static final Shape FEWEST = new Shape(1, 1);
  static final Shape SOME = new Shape(1, 10);
  static final Shape MOST = new Shape(1, 100);

  private static final String HEADER =
      """
      | operation | servers | p50, ms | p95, ms | own time p50, ms | own time p95, ms | own time, times the baseline | allocated, kB |
      | --- | --- | --- | --- | --- | --- | --- | --- |
      """;

  String table() {
    return HEADER
        + List.of(FEWEST, SOME, MOST).stream().map(this::rows).collect(Collectors.joining("\n"));
  }

  private String rows(Shape shape) {
    var baseline = measurements.of(Operations.BASELINE, FEWEST);
    return measurements.operations(shape).stream()
        .map(name -> measurements.of(name, shape).row(name, shape.servers(), baseline))
        .collect(Collectors.joining("\n"));
  }
}
