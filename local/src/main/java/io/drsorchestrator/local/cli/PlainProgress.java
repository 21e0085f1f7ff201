package io.drsorchestrator.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One line for every change of the execution, of a wave or of a server. */
final class PlainProgress implements Progress {

  private final PrintStream out;
  private final Map<String, String> shown = new HashMap<>();

  PlainProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(JsonNode document, Instant now) {
    var clock = elapsed(document, now);
    changed(clock, "Execution " + document.path("executionId").asText(), status(document));
    int total = document.path("totalWaves").asInt();
    document
        .path("waves")
        .forEach(
            wave -> {
              var name =
                  "  Wave %d/%d %s"
                      .formatted(
                          wave.path("waveNumber").asInt() + 1,
                          total,
                          wave.path("waveName").asText());
              wave.path("serverStatuses").forEach(server -> server(clock, server));
              changed(clock, name, wave.path("status").asText());
            });
  }

  private void server(String clock, JsonNode server) {
    var name = server.path("serverName").asText();
    var id = server.path("sourceServerId").asText();
    var label = name.equals(id) ? id : name + " (" + id + ")";
    var key = "    Server " + id;
    var state = server.path("launchStatus").asText() + instance(server);
    if (!state.equals(shown.put(key, state))) {
      out.println(clock + "    Server " + label + " " + state);
    }
  }

  private static String instance(JsonNode server) {
    var instance = server.path("instanceId").asText();
    var error = server.path("error").asText();
    return (instance.isEmpty() ? "" : " " + instance)
        + (server.path("privateIp").asText().isEmpty()
            ? ""
            : " " + server.path("privateIp").asText())
        + (error.isEmpty() ? "" : ": " + error);
  }

  private void changed(String clock, String what, String state) {
    if (!state.equals(shown.put(what, state))) {
      out.println(clock + what + " " + state);
    }
  }

  static String status(JsonNode document) {
    return document.path("status").asText();
  }

  static String elapsed(JsonNode document, Instant now) {
    var start = Instant.ofEpochSecond(document.path("startTime").asLong());
    var seconds = Math.max(0, Duration.between(start, now).toSeconds());
    return "[%3d:%02d] ".formatted(seconds / 60, seconds % 60);
  }

  @Override
  public void interrupt() {
    out.flush();
  }

  @Override
  public void end(JsonNode document, Instant now) {
    new Summary(document).print(out);
  }
}
