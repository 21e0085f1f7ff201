package io.drsorchestrator.local.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer of GET /executions/{id}/report as a page of its own: no script, nothing is loaded, it
 * can be mailed and prints well.
 */
public final class ReportPage {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
      <title>%s</title>
      <style>
      body { font: 14px/1.4 system-ui, sans-serif; margin: 2em auto; max-width: 980px; color: #1a1a1a; }
      h1 { font-size: 1.4em; } h2 { font-size: 1.1em; margin-top: 1.6em; }
      table { border-collapse: collapse; width: 100%%; } th, td { text-align: left; padding: 2px 8px 2px 0; border-bottom: 1px solid #ddd; vertical-align: top; }
      svg { width: 100%%; height: auto; } svg text { font-size: 11px; fill: #1a1a1a; } .strong { font-weight: bold; } .tick { text-anchor: middle; fill: #555; }
      .good { fill: #2e7d32; } .bad { fill: #b71c1c; } .off { fill: #9e9e9e; } .open { fill: #1565c0; } .wait { fill: #f9a825; stroke: #7f5f00; stroke-dasharray: 3 2; }
      .grid { stroke: #ccc; } .target { stroke: #b71c1c; stroke-width: 1.5; stroke-dasharray: 5 3; }
      @media print { body { margin: 0; } h2, svg, tr { break-inside: avoid; } * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
      </style></head><body><main>
      <h1>%s</h1>
      %s<h2>Time line</h2>
      %s<h2>Waves and servers</h2>
      %s<h2>Decisions</h2>
      %s<h2>Failures</h2>
      %s</main></body></html>
      """;

  private ReportPage() {}

  public static String of(JsonNode report) {
    var title =
        "%s %s: %s"
            .formatted(
                Html.text(report.path("executionType").asText("Execution")),
                Html.text(report.path("planName")),
                Html.text(report.path("status")));
    return PAGE.formatted(
        title,
        title,
        facts(report),
        Chart.of(report),
        servers(report),
        decisions(report),
        failures(report));
  }

  private static String facts(JsonNode report) {
    var recovery = report.path("recovery");
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("Execution", Html.text(report.path("executionId"))));
    rows.add(List.of("Started by", Html.text(report.path("initiatedBy"))));
    rows.add(List.of("From", Html.time(report.path("startTime"))));
    rows.add(
        List.of("To", report.has("endTime") ? Html.time(report.path("endTime")) : "it still runs"));
    rows.add(List.of("Recovery took", Html.duration(recovery.path("seconds"))));
    rows.add(
        List.of("of which waiting for operators", Html.duration(recovery.path("waitingSeconds"))));
    if (recovery.has("targetSeconds")) {
      var met = recovery.path("isWithinTarget").asBoolean() ? ": met" : ": not met";
      rows.add(List.of("Target", Html.duration(recovery.path("targetSeconds")) + met));
    }
    rows.add(List.of("Waves completed", of(report, "completedWaves", "totalWaves")));
    rows.add(List.of("Servers launched", of(report, "launchedServers", "servers")));
    if (report.has("errorMessage")) {
      rows.add(List.of("Why it failed", Html.text(report.path("errorMessage"))));
    }
    return Html.table(List.of("What", "Value"), rows);
  }

  private static String of(JsonNode report, String part, String whole) {
    return Html.text(report.path(part)) + " of " + Html.text(report.path(whole));
  }

  private static String servers(JsonNode report) {
    var rows = new ArrayList<List<String>>();
    for (var wave : report.path("waves")) {
      var number = wave.path("waveNumber").asInt() + 1 + " " + Html.text(wave.path("waveName"));
      rows.add(
          List.of(
              number,
              "",
              Html.text(wave.path("status")),
              Html.time(wave.path("startTime")),
              Html.duration(wave.path("seconds")),
              Html.text(wave.path("statusMessage"))));
      wave.path("servers").forEach(server -> rows.add(server(server)));
    }
    return Html.table(List.of("Wave", "Server", "Status", "When", "Took", "Reason"), rows);
  }

  private static List<String> server(JsonNode server) {
    return List.of(
        "",
        Html.text(server.path("serverName")) + " " + Html.text(server.path("instanceId")),
        Html.text(server.path("launchStatus")),
        Html.time(server.path("launchTime")),
        Html.duration(server.path("seconds")),
        Html.text(server.path("error")));
  }

  private static String decisions(JsonNode report) {
    var rows = new ArrayList<List<String>>();
    for (var decision : report.path("decisions")) {
      rows.add(
          List.of(
              Html.time(decision.path("at")),
              Html.text(decision.path("by")),
              Html.text(decision.path("command")),
              Html.text(decision.path("reason"))));
    }
    return rows.isEmpty()
        ? "<p>None.</p>\n"
        : Html.table(List.of("When", "Who", "What", "Why"), rows);
  }

  private static String failures(JsonNode report) {
    var rows = new ArrayList<List<String>>();
    for (var failure : report.path("failures")) {
      rows.add(
          List.of(
              failure.path("waveNumber").asInt() + 1 + " " + Html.text(failure.path("waveName")),
              Html.text(failure.path("serverName").asText(failure.path("sourceServerId").asText())),
              Html.text(failure.path("reason"))));
    }
    return rows.isEmpty() ? "<p>None.</p>\n" : Html.table(List.of("Wave", "Server", "Why"), rows);
  }
}
