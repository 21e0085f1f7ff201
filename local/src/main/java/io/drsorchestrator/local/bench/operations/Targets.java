package io.drsorchestrator.local.bench.operations;

import io.drsorchestrator.local.bench.Spread;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was asked for (NFR-2.1, NFR-2.2, SM-2), and whether this run had it. */
record Targets(Measurements figures) {

  private static final String HEADER =
      """
      | target | at most, ms | measured p95, ms | part of it | met |
      | --- | --- | --- | --- | --- |
      """;

  /** A limit of a 95th percentile, in milliseconds. */
  private record Target(String what, double most, Spread measured) {

    String row() {
      var p95 = measured.percentile(95);
      return String.format(
          Locale.ROOT,
          "| %s | %.0f | %.1f | %.0f %% | %s |",
          what,
          most,
          p95,
          100 * p95 / most,
          p95 < most ? "yes" : "**no**");
    }
  }

  String table() {
    var update = figures.of(Operations.WAVE_UPDATE, ByServers.MOST);
    var poll = figures.of(Operations.POLL, ByServers.MOST);
    var finalize = figures.of(Operations.FINALIZE, ByServers.MOST);
    var targets =
        List.of(
            new Target("own time of a warm poll of 100 servers", 10, poll.own()),
            new Target("own time of finalize", 5, finalize.own()),
            new Target(
                "wave status update of 100 servers, by the clock (NFR-2.1)", 500, update.elapsed()),
            new Target("finalization, by the clock (NFR-2.2)", 1000, finalize.elapsed()));
    return HEADER + targets.stream().map(Target::row).collect(Collectors.joining("\n"));
  }
}
