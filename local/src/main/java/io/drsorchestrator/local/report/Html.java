package io.drsorchestrator.local.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** Texts as they may stand in a page: whatever somebody has called a server stays a text. */
final class Html {

  private static final String UNFIT =
      "[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069]+";

  private Html() {}

  static String text(String text) {
    return text.replaceAll(UNFIT, " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String text(JsonNode value) {
    return text(value.asText(""));
  }

  /** Epoch seconds as a time of day, in UTC; nothing where there is none. */
  static String time(JsonNode seconds) {
    return seconds.isIntegralNumber()
        ? Instant.ofEpochSecond(seconds.asLong()).toString().replace("T", " ").replace("Z", " UTC")
        : "";
  }

  /** Such as {@code 1 h 5 min 3 s}. */
  static String duration(JsonNode seconds) {
    if (!seconds.isIntegralNumber()) {
      return "";
    }
    var all = seconds.asLong();
    var hours = all >= 3600 ? all / 3600 + " h " : "";
    var minutes = all >= 60 ? all % 3600 / 60 + " min " : "";
    return hours + minutes + all % 60 + " s";
  }

  /** A table; the cells are escaped already. */
  static String table(List<String> heads, List<List<String>> rows) {
    var html = new StringBuilder("<table><thead><tr>");
    heads.forEach(head -> html.append("<th scope=\"col\">").append(text(head)).append("</th>"));
    html.append("</tr></thead><tbody>");
    for (var row : rows) {
      html.append("<tr>");
      row.forEach(cell -> html.append("<td>").append(cell).append("</td>"));
      html.append("</tr>");
    }
    return html.append("</tbody></table>\n").toString();
  }
}
