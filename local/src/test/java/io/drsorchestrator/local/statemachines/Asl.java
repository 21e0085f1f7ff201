package io.drsorchestrator.local.statemachines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A state machine as its file has it. */
record Asl(String text, JsonNode json) {

  static final Asl EXECUTION = read("execution.asl.json");
  static final Asl WAVE = read("wave.asl.json");

  private static Asl read(String file) {
    try (var stream = Asl.class.getResourceAsStream("/cfn/" + file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return new Asl(text, new ObjectMapper().readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode state(String name) {
    return json.path("States").path(name);
  }

  /** The states that {@code filter} lets through, by name. */
  Map<String, JsonNode> states(Predicate<JsonNode> filter) {
    var found = new TreeMap<String, JsonNode>();
    json.path("States").properties().stream()
        .filter(state -> filter.test(state.getValue()))
        .forEach(state -> found.put(state.getKey(), state.getValue()));
    return found;
  }

  Map<String, JsonNode> ofType(String type) {
    return states(state -> state.path("Type").asText().equals(type));
  }

  /** The states from which {@code name} follows in any way: next, by choice or after an error. */
  TreeSet<String> before(String name) {
    return new TreeSet<>(states(state -> leadsTo(state, name)).keySet());
  }

  private static boolean leadsTo(JsonNode state, String name) {
    var nexts = state.findValuesAsText("Next");
    return nexts.contains(name) || state.path("Default").asText().equals(name);
  }

  /** What {@code state} sends to the handler. */
  static JsonNode payload(JsonNode state) {
    return state.path("Parameters").path("Payload");
  }

  @Override
  public String toString() {
    return json.path("StartAt").asText();
  }
}
