package io.drsorchestrator.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.adapter.out.log.CapturedLog;
import io.drsorchestrator.adapter.out.log.EventJournal;
import io.drsorchestrator.adapter.out.log.SampleOccurrences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about the log says what the log says. */
final class EventDocsTest {

  private static final Pattern CODE = Pattern.compile("`([A-Za-z]+)`");
  private static final Set<String> OF_EVERY_LINE =
      Set.of("timestamp", "level", "logger", "message", "_aws");
  private static final Set<String> OFTEN = Set.of("wave", "cause");

  private static List<JsonNode> lines() {
    var journal = new EventJournal(() -> Instant.EPOCH, "n");
    return CapturedLog.json(() -> SampleOccurrences.all("alice").forEach(journal::record)).asJava();
  }

  private static Set<String> metrics(JsonNode line) {
    return Set.copyOf(line.at("/_aws/CloudWatchMetrics/0/Metrics").findValuesAsText("Name"));
  }

  private static Set<String> fields(JsonNode line) {
    var names = new TreeSet<String>();
    line.fieldNames().forEachRemaining(names::add);
    names.removeAll(OF_EVERY_LINE);
    names.removeAll(metrics(line));
    return names;
  }

  /** The code words of the first {@code columns} columns of the rows below a heading. */
  private static List<List<String>> rows(String heading, int columns) throws IOException {
    var page = Files.readString(Path.of("../docs/events.md"));
    var section = page.split("\n## " + heading + "\n", -1)[1].split("\n## ", -1)[0];
    return section
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> String.join(" ", List.of(line.split("\\|", -1)).subList(1, columns + 1)))
        .map(cells -> CODE.matcher(cells).results().map(match -> match.group(1)).toList())
        .toList();
  }

  @Test
  void the_fields_of_every_event_are_those_that_every_event_has() throws IOException {
    var documented =
        rows("Fields of every lifecycle event", 1).stream()
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    var common = new LinkedHashSet<>(fields(lines().get(0)));
    lines().forEach(line -> common.retainAll(fields(line)));

    assertThat(common).containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void every_event_is_listed_with_the_fields_of_its_own() throws IOException {
    var common = rows("Fields of every lifecycle event", 1).stream().flatMap(List::stream).toList();
    var written = new TreeMap<String, Set<String>>();
    for (var line : lines()) {
      var own = written.computeIfAbsent(line.path("event").asText(), name -> new TreeSet<>());
      own.addAll(fields(line));
      own.removeAll(common);
    }
    var documented = new TreeMap<String, Set<String>>();
    rows("The events", 2)
        .forEach(row -> documented.put(row.get(0), new TreeSet<>(row.subList(1, row.size()))));

    assertThat(documented).isEqualTo(written);
    assertThat(written.values()).anyMatch(own -> own.containsAll(OFTEN));
  }

  @Test
  void every_metric_of_a_line_is_listed() throws IOException {
    var documented = rows("Metrics", 1).stream().flatMap(List::stream).collect(Collectors.toSet());

    assertThat(documented)
        .containsAll(
            lines().stream().flatMap(line -> metrics(line).stream()).collect(Collectors.toSet()));
  }
}
