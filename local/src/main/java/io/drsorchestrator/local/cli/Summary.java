package io.drsorchestrator.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** The table of waves and servers at the end of a run. */
final class Summary {

  private final JsonNode document;

  Summary(JsonNode document) {
    this.document = document;
  }

  void print(PrintStream out) {
    var colors = Help.defaultColorScheme(Ansi.AUTO);
    var table =
        TextTable.forColumns(
            colors, column(24), column(11), column(16), column(11), column(21), column(30));
    table.addRowValues("WAVE", "STATUS", "SERVER", "LAUNCH", "INSTANCE", "ADDRESS OR REASON");
    document.path("waves").forEach(wave -> wave(table, wave));
    out.println();
    out.print(table);
    out.println(
        "Execution %s: %s, %d of %d waves completed"
            .formatted(
                document.path("executionId").asText(),
                document.path("status").asText(),
                document.path("completedWaves").asInt(),
                document.path("totalWaves").asInt()));
    if (document.hasNonNull("errorMessage")) {
      out.println(document.path("errorMessage").asText());
    }
  }

  private static Column column(int width) {
    return new Column(width, 0, Overflow.WRAP);
  }

  private static void wave(TextTable table, JsonNode wave) {
    var name =
        "%d %s".formatted(wave.path("waveNumber").asInt() + 1, wave.path("waveName").asText());
    var status = wave.path("status").asText();
    var servers = wave.path("serverStatuses");
    if (servers.isEmpty()) {
      table.addRowValues(name, status, "", "", "", wave.path("statusMessage").asText());
    }
    for (int i = 0; i < servers.size(); i++) {
      var server = servers.get(i);
      table.addRowValues(
          i == 0 ? name : "",
          i == 0 ? status : "",
          server.path("serverName").asText(),
          server.path("launchStatus").asText(),
          server.path("instanceId").asText(),
          server.path("error").asText(server.path("privateIp").asText()));
    }
  }
}
