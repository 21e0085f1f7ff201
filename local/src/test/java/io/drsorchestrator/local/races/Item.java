package io.drsorchestrator.local.races;

import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A stored map as it is, read with no code of the product. */
record Item(Map<String, AttributeValue> attributes) {

  private static final Set<String> TERMINAL = Set.of("COMPLETED", "FAILED", "CANCELLED");

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  String text(String name) {
    var value = attributes.get(name);
    if (value == null) {
      return "";
    }
    var text = value.s() == null ? value.n() : value.s();
    return text == null ? value.toString() : text;
  }

  int number(String name) {
    return Integer.parseInt("0" + text(name));
  }

  boolean flag(String name) {
    var value = attributes.get(name);
    return value != null && Boolean.TRUE.equals(value.bool());
  }

  List<Item> items(String name) {
    var value = attributes.get(name);
    return value == null ? List.of() : value.l().stream().map(one -> new Item(one.m())).toList();
  }

  /** A part; an empty one if it is not there. */
  Item part(String name) {
    var value = attributes.get(name);
    return new Item(value == null ? Map.of() : value.m());
  }

  String status() {
    return text("status");
  }

  boolean hasEnded() {
    return TERMINAL.contains(status());
  }

  List<Item> waves() {
    return items("waves");
  }

  List<Item> servers() {
    return items("serverStatuses");
  }

  List<String> waveStatuses() {
    return waves().stream().map(Item::status).toList();
  }

  boolean hasWave(String status) {
    return waveStatuses().contains(status);
  }
}
