package io.drsorchestrator.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.audit.Verdict.Result;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The audit against histories that could have happened, and against spoilt ones. */
class AuditProperties {

  private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| (always|never|partly) \\|.*");
  private static final int HISTORIES = 120;

  private static Vector<String> texts(List<ObjectNode> lines) {
    return Vector.ofAll(lines).map(JsonNode::toString);
  }

  private static Verdict verdict(Iterable<String> lines) {
    return LogAudit.of(lines).single();
  }

  @Property(tries = 1000)
  void a_history_that_happened_is_consistent_and_its_outcome_is_known(@ForAll long seed) {
    var history = InventedHistory.of(seed);

    var verdict = verdict(texts(history.lines()));

    assertThat(verdict.findings()).as("%s", history.lines()).isEmpty();
    assertThat(verdict.outcome()).isEqualTo(history.outcome());
    assertThat(verdict.versions()).isEqualTo((int) history.versions());
  }

  /** Several environments, an export that repeats lines, and whatever else is logged. */
  @Property(tries = 200)
  void order_repetition_and_other_lines_do_not_matter(@ForAll long seed, @ForAll long other) {
    var one = InventedHistory.of(seed);
    var two = InventedHistory.of(seed == other ? other + 1 : other);
    var lines = new ArrayList<>(texts(one.lines()).appendAll(texts(two.lines())).asJava());
    lines.addAll(lines.subList(0, lines.size() / 2));
    lines.addAll(List.of("", "{", "START RequestId: 1", "{\"event\":\"poll\"}", "[1]"));
    Collections.shuffle(lines, new Random(seed));
    lines.replaceAll(line -> line.isEmpty() ? line : "2026-03-01T12:00:00 " + line);

    var verdicts = LogAudit.of(lines);

    assertThat(verdicts).hasSize(2);
    assertThat(verdicts.map(Verdict::result)).containsOnly(Result.CONSISTENT);
    assertThat(verdicts.map(Verdict::outcome))
        .containsExactlyInAnyOrder(one.outcome(), two.outcome());
  }

  /** Every line of many histories, spoilt in every way that there is. */
  @Example
  void what_is_found_is_what_the_page_says() throws IOException {
    var found = new LinkedHashMap<String, String>();
    for (var tampering : Tampering.all()) {
      found.put(tampering.name(), found(tampering));
    }

    assertThat(found).isEqualTo(documented());
  }

  private static String found(Tampering tampering) {
    var all = 0;
    var found = 0;
    for (long seed = 1; seed <= HISTORIES; seed++) {
      var lines = InventedHistory.of(seed).lines();
      for (int index = 0; index < lines.size(); index++) {
        if (tampering.applies().test(lines.get(index))) {
          var spoilt = tampering.spoil().of(InventedHistory.of(seed).lines(), index);
          all++;
          found += isFound(spoilt) ? 1 : 0;
        }
      }
    }
    assertThat(all).as(tampering.name()).isPositive();
    return found == all ? "always" : found == 0 ? "never" : "partly";
  }

  private static boolean isFound(List<ObjectNode> lines) {
    return LogAudit.of(texts(lines)).exists(verdict -> verdict.result() != Result.CONSISTENT);
  }

  private static Map<String, String> documented() throws IOException {
    var rows = new LinkedHashMap<String, String>();
    Files.readString(Path.of("../docs/audit.md"))
        .lines()
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .forEach(row -> rows.put(row.group(1), row.group(2)));
    return rows;
  }
}
