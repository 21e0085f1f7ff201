package io.drsorchestrator.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;

/** The answer of a preflight for people: what stops, what slows, and what is known. */
final class Findings {

  private final JsonNode report;

  Findings(JsonNode report) {
    this.report = report;
  }

  void print(PrintStream out) {
    out.println(
        "%s of plan %s (%s): %s"
            .formatted(
                report.path("executionType").asText(),
                report.path("planId").asText(),
                report.path("planName").asText(),
                report.path("verdict").asText()));
    list(out, "Stops", report.path("stops"), "error");
    list(out, "Warnings", report.path("warnings"), "");
    list(out, "Slow-downs", report.path("slowdowns"), "code");
    out.println();
    report.path("waves").forEach(wave -> wave(out, wave));
    report.path("regions").forEach(region -> region(out, region));
    report.path("servers").forEach(server -> server(out, server));
    limits(out, report.path("limits"));
  }

  private static void list(PrintStream out, String title, JsonNode findings, String code) {
    if (findings.isEmpty()) {
      return;
    }
    out.println();
    out.println(title + ":");
    for (var one : findings) {
      out.println(
          one.isTextual()
              ? "  - " + one.asText()
              : "  - %s: %s".formatted(one.path(code).asText(), one.path("message").asText()));
    }
  }

  private static void wave(PrintStream out, JsonNode wave) {
    out.println(
        "Wave %d (%s): %s server(s) in %s%s"
            .formatted(
                wave.path("waveNumber").asInt() + 1,
                wave.path("waveName").asText(),
                wave.path("serverCount").asText("?"),
                wave.path("region").asText("?"),
                wave.path("pauseBeforeWave").asBoolean() ? ", waits for an operator" : ""));
  }

  private static void region(PrintStream out, JsonNode region) {
    out.println(
        "%s in account %s: %d of %d DRS jobs, %d of %d servers in jobs"
            .formatted(
                region.path("region").asText(),
                region.path("accountId").asText(),
                region.path("currentJobs").asInt(),
                region.path("maxJobs").asInt(),
                region.path("currentServersInJobs").asInt(),
                region.path("maxServers").asInt()));
  }

  private static void server(PrintStream out, JsonNode server) {
    out.println(
        "Server %s (%s): replication %s, lag %s%s"
            .formatted(
                server.path("serverId").asText(),
                server.path("hostname").asText(),
                server.path("replicationState").asText("?"),
                server.path("lagDuration").asText("?"),
                server.has("recoveryInstanceId")
                    ? ", live instance " + server.path("recoveryInstanceId").asText()
                    : ""));
  }

  private static void limits(PrintStream out, JsonNode limits) {
    if (limits.has("itemBytes")) {
      out.println(
          "Execution on record: up to %,d of %,d bytes"
              .formatted(limits.path("itemBytes").asInt(), limits.path("maxItemBytes").asInt()));
    }
    out.println(
        "Workflow history: up to %,d events, and %,d for each wave, of %,d"
            .formatted(
                limits.path("executionHistoryEvents").asInt(),
                limits.path("waveHistoryEvents").asInt(),
                limits.path("maxHistoryEvents").asInt()));
  }
}
