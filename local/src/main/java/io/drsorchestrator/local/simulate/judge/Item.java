package io.drsorchestrator.local.simulate.judge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A stored map as it is, read with no code of the product. */
public record Item(Map<String, AttributeValue> attributes) {

  private static final Set<String> TERMINAL = Set.of("COMPLETED", "FAILED", "CANCELLED");

  /** Whether there is anything. */
  public boolean isEmpty() {
    return attributes.isEmpty();
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  /** A text or number as it is written; empty if there is none. */
  public String text(String name) {
    var value = attributes.get(name);
    if (value == null) {
      return "";
    }
    var text = value.s() == null ? value.n() : value.s();
    return text == null ? value.toString() : text;
  }

  int number(String name) {
    var text = text(name);
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  boolean flag(String name) {
    var value = attributes.get(name);
    return value != null && Boolean.TRUE.equals(value.bool());
  }

  List<Item> items(String name) {
    var value = attributes.get(name);
    return value == null ? List.of() : value.l().stream().map(one -> new Item(one.m())).toList();
  }

  Item part(String name) {
    var value = attributes.get(name);
    return new Item(value == null ? Map.of() : value.m());
  }

  /** The word that is stored. */
  public String status() {
    return text("status");
  }

  /** Whether the status is a last one. */
  public boolean hasEnded() {
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

  /** As it says itself. */
  public int completedWaves() {
    return number("completedWaves");
  }

  /** How many waves have a job on record. */
  public long launches() {
    return waves().stream().filter(wave -> wave.has("jobId")).count();
  }

  /** Whether an operator's resume waits for the workflow. */
  public boolean isAskedToResume() {
    return has("resumeRequest");
  }

  /** For people. */
  public String summary() {
    return "%s %s %s".formatted(text("executionId"), status(), waveStatuses());
  }

  boolean hasWave(String status) {
    return waveStatuses().contains(status);
  }
}
