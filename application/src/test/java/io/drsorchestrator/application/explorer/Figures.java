package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.explorer.Search.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The table in {@code docs/explorer.md}: a row a search, the newest figures of each. */
final class Figures {

  private static final Path DOCUMENT = Path.of("..", "docs", "explorer.md");
  private static final String BEGIN = "<!-- figures -->\n";
  private static final String END = "<!-- /figures -->";
  private static final String HEAD = "| search | plan | worlds | moves | depth |";

  private final Map<String, String> rows = new TreeMap<>();

  void add(String search, String plan, Found found) {
    var key = "| %s | `%s` |".formatted(search, plan);
    rows.put(
        key,
        "%s %,d | %,d | %d |".formatted(key, found.states(), found.transitions(), found.depth()));
  }

  /** Rows that were not measured now stay. */
  void write() throws IOException {
    var text = Files.readString(DOCUMENT);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    text.substring(begin, end)
        .lines()
        .filter(row -> row.contains("`"))
        .forEach(row -> rows.putIfAbsent(row.substring(0, row.lastIndexOf('`') + 3), row));
    var table = HEAD + "\n| --- | --- | ---: | ---: | ---: |\n" + String.join("\n", rows.values());
    Files.writeString(DOCUMENT, text.substring(0, begin) + table + "\n" + text.substring(end));
  }
}
