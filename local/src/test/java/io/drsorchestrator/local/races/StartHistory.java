package io.drsorchestrator.local.races;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.simulate.judge.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All executions as they were stored, write by write, and all answers to starts. */
final class StartHistory {

  /** An answer to a start. */
  record Answer(int statusCode, JsonNode body) {}

  /** After each write: every execution by its id. */
  final List<Map<String, Item>> versions = new ArrayList<>(List.of(Map.of()));

  final List<String> created = new ArrayList<>();
  final List<Answer> answers = new ArrayList<>();

  /** Whether the network lost or delayed something. */
  boolean isDisturbed;

  /** Callers that died before they had an answer. */
  int crashes;

  int conflicts;

  void stored(Map<String, AttributeValue> attributes) {
    var item = new Item(attributes);
    var next = new LinkedHashMap<>(last());
    if (next.put(item.text("executionId"), item) == null) {
      created.add(item.text("executionId"));
    }
    versions.add(new HashMap<>(next));
  }

  Map<String, Item> last() {
    return versions.get(versions.size() - 1);
  }

  long accepted() {
    return answers.stream().filter(answer -> answer.statusCode() == 202).count();
  }
}
