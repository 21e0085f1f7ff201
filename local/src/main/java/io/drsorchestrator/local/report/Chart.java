package io.drsorchestrator.local.report;

import com.fasterxml.jackson.databind.JsonNode;

/** The time line as a drawing: a bar for each wave, server and wait. It has no script. */
final class Chart {

  private static final int WIDTH = 980;
  private static final int LABELS = 230;
  private static final int ROW = 20;
  private static final int TOP = 26;

  private final JsonNode report;
  private final TimeAxis axis;
  private final StringBuilder svg = new StringBuilder();
  private int row;

  private Chart(JsonNode report) {
    this.report = report;
    this.axis = TimeAxis.of(report, LABELS, WIDTH - LABELS - 20);
  }

  static String of(JsonNode report) {
    return new Chart(report).drawn();
  }

  private String drawn() {
    report.path("waits").forEach(this::wait);
    report.path("waves").forEach(this::wave);
    var height = TOP + row * ROW + 24;
    return """
        <svg viewBox="0 0 %d %d" role="img" aria-label="Time line">
        %s%s</svg>
        """
        .formatted(WIDTH, height, svg, scale(height));
  }

  private void wait(JsonNode wait) {
    label("waiting for an operator", "label");
    bar(wait.path("from").asLong(), wait.path("until").asLong(), "wait", 12);
    row++;
  }

  private void wave(JsonNode wave) {
    label(
        "%d %s".formatted(wave.path("waveNumber").asInt() + 1, wave.path("waveName").asText("")),
        "strong");
    var start = wave.path("startTime").asLong(0);
    if (start > 0) {
      var end = wave.path("endTime").asLong(report.path("reportTime").asLong());
      bar(start, end, kind(wave.path("status").asText()), 14);
    }
    row++;
    wave.path("servers").forEach(server -> server(server, start));
  }

  private void server(JsonNode server, long start) {
    var name = server.path("serverName").asText(server.path("sourceServerId").asText());
    label(name, "label");
    var launched = server.path("launchTime").asLong(0);
    if (start > 0 && launched > 0) {
      bar(start, launched, kind(server.path("launchStatus").asText()), 6);
    }
    row++;
  }

  /** A closed set of words: nothing of a report becomes the name of a class. */
  private static String kind(String status) {
    return switch (status) {
      case "COMPLETED", "LAUNCHED" -> "good";
      case "FAILED" -> "bad";
      case "CANCELLED" -> "off";
      default -> "open";
    };
  }

  private void label(String text, String kind) {
    var shown = text.length() <= 32 ? text : text.substring(0, 31) + "…";
    svg.append(
        "<text class=\"%s\" x=\"4\" y=\"%d\">%s</text>\n"
            .formatted(kind, TOP + row * ROW + 14, Html.text(shown)));
  }

  private void bar(long from, long until, String kind, int height) {
    svg.append(
        "<rect class=\"%s\" x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\"/>\n"
            .formatted(
                kind,
                TimeAxis.number(axis.at(from)),
                TOP + row * ROW + (ROW - height) / 2,
                TimeAxis.number(axis.between(from, until)),
                height));
  }

  private String scale(int height) {
    var lines = new StringBuilder();
    for (int i = 0; i <= 4; i++) {
      var time = axis.from() + (axis.until() - axis.from()) * i / 4;
      lines.append(line(time, height, "grid", "%d min".formatted((time - axis.from()) / 60)));
    }
    var target = report.path("recovery").path("targetSeconds");
    if (target.isIntegralNumber()) {
      lines.append(line(axis.from() + target.asLong(), height, "target", "target"));
    }
    return lines.toString();
  }

  private String line(long time, int height, String kind, String text) {
    var x = TimeAxis.number(axis.at(time));
    return """
        <line class="%s" x1="%s" x2="%s" y1="%d" y2="%d"/><text class="tick" x="%s" y="%d">%s</text>
        """
        .formatted(
            kind, x, x, TOP - 6, height - 16, x, kind.equals("target") ? 12 : height - 4, text);
  }
}
