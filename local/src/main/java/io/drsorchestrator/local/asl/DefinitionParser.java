package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads a whole state machine. */
final class DefinitionParser {
  private static final String WHERE = "The state machine";
  private static final Set<String> SUPPORTED =
      Set.of("Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version");

  private DefinitionParser() {}

  static StateMachineDefinition parse(String json) {
    var fields = new Fields(WHERE, tree(json));
    fields.allowOnly(SUPPORTED);
    QueryLanguage.check(fields);
    var states = states(fields);
    var startAt = fields.text("StartAt");
    GraphCheck.check(startAt, states);
    var timeout = fields.findWhole("TimeoutSeconds", 1, Seconds.MOST).map(Duration::ofSeconds);
    return new StateMachineDefinition(json, startAt, states, timeout);
  }

  private static JsonNode tree(String json) {
    return Json.parse(json)
        .orElseThrow(
            () -> new InvalidDefinitionException(WHERE, "not JSON, or a field is given twice"));
  }

  private static Map<String, State> states(Fields fields) {
    var states = new LinkedHashMap<String, State>();
    for (var entry : new Fields("States", fields.json("States")).entries()) {
      states.put(entry.getKey(), StateParser.parse(entry.getKey(), entry.getValue()));
    }
    return states;
  }
}
