package io.drsorchestrator.local.simulate.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of a table, and of each the last few states that an index may still show. */
final class Table {

  private static final int REMEMBERED = 4;

  private final List<String> keyNames;
  private final Map<String, Map<String, AttributeValue>> items = new LinkedHashMap<>();
  private final Map<String, List<Map<String, AttributeValue>>> earlier = new HashMap<>();

  Table(String... keyNames) {
    this.keyNames = List.of(keyNames);
  }

  /** Empty if there is none. */
  Map<String, AttributeValue> find(Map<String, AttributeValue> key) {
    return items.getOrDefault(keyOf(key), Map.of());
  }

  void put(Map<String, AttributeValue> item) {
    var key = keyOf(item);
    remember(key);
    items.put(key, Collections.unmodifiableMap(item));
  }

  void remove(Map<String, AttributeValue> key) {
    remember(keyOf(key));
    items.remove(keyOf(key));
  }

  List<Map<String, AttributeValue>> all() {
    return List.copyOf(items.values());
  }

  /** Every item as it was {@code writes} of its own writes ago. */
  List<Map<String, AttributeValue>> all(int writes) {
    return items.keySet().stream()
        .map(key -> before(key, writes))
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private Map<String, AttributeValue> before(String key, int writes) {
    var states = earlier.getOrDefault(key, List.of());
    return writes == 0 || states.isEmpty()
        ? items.getOrDefault(key, Map.of())
        : states.get(Math.max(0, states.size() - writes));
  }

  private void remember(String key) {
    var states = earlier.computeIfAbsent(key, unused -> new ArrayList<>());
    states.add(items.getOrDefault(key, Map.of()));
    if (states.size() > REMEMBERED) {
      states.remove(0);
    }
  }

  private String keyOf(Map<String, AttributeValue> item) {
    var key = new StringBuilder();
    for (var name : keyNames) {
      var part = item.get(name);
      if (part == null || part.s() == null) {
        throw Refusals.invalid("The provided key element does not match the schema: " + name);
      }
      key.append(part.s()).append('\n');
    }
    return key.toString();
  }
}
