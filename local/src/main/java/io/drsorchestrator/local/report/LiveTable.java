package io.drsorchestrator.local.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the execution has left behind, each with its place and age: it costs money until it goes.
 */
final class LiveTable {

  private LiveTable() {}

  static String of(JsonNode report) {
    var rows = new ArrayList<List<String>>();
    report.path("liveInstances").path("instances").forEach(instance -> rows.add(row(instance)));
    return rows.isEmpty()
        ? "<p>None, as far as the record knows.</p>\n"
        : Html.table(List.of("Instance", "Server", "Account", "Region", "Wave", "Since"), rows);
  }

  private static List<String> row(JsonNode instance) {
    return List.of(
        Html.text(instance.path("instanceId")),
        Html.text(instance.path("serverName").asText(instance.path("sourceServerId").asText())),
        Html.text(instance.path("accountId")),
        Html.text(instance.path("region")),
        String.valueOf(instance.path("waveNumber").asInt() + 1),
        Html.time(instance.path("since")));
  }
}
