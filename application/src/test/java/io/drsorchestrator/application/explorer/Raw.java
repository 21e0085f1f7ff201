package io.drsorchestrator.application.explorer;

import java.util.List;
import java.util.Map;

/** A raw item, or a part of it, for judges: attributes by their names, and nothing else. */
record Raw(Map<?, ?> attributes) {

  static final Raw EMPTY = new Raw(Map.of());

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  String text(String name) {
    return has(name) ? String.valueOf(attributes.get(name)) : "";
  }

  long number(String name) {
    return attributes.get(name) instanceof Long number ? number : -1;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(attributes.get(name));
  }

  String status() {
    return text("status");
  }

  Raw part(String name) {
    return attributes.get(name) instanceof Map<?, ?> map ? new Raw(map) : EMPTY;
  }

  List<Raw> parts(String name) {
    return attributes.get(name) instanceof List<?> list
        ? list.stream()
            .map(part -> new Raw(part instanceof Map<?, ?> map ? map : Map.of()))
            .toList()
        : List.of();
  }

  List<Raw> waves() {
    return parts("waves");
  }

  List<String> waveStatuses() {
    return waves().stream().map(Raw::status).toList();
  }

  boolean hasEnded() {
    return has(List.of("COMPLETED", "FAILED", "CANCELLED"));
  }

  /** Whether its status is one of these. */
  boolean has(List<String> statuses) {
    return statuses.contains(status());
  }
}
