package io.drsorchestrator.adapter.out.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * A conditional update of single fields of one item. Every name is an alias, so that no name can be
 * a reserved word ({@code status} is one), and every value a placeholder, so that nothing from
 * outside reaches an expression. A path is dotted, such as {@code waves[2].status}.
 */
final class ItemUpdate {

  private static final int LONGEST_EXPRESSION = 4096;
  private static final int MOST_OPERATORS = 300;

  /** For conditions that are made of several. */
  private static final int SPARE_OPERATORS = 20;

  /** Short aliases for what stands in an expression once per wave or server: it may have 4 KB. */
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("waves", "#w"),
          Map.entry("status", "#s"),
          Map.entry("endTime", "#e"),
          Map.entry("serverStatuses", "#v"),
          Map.entry("sourceServerId", "#i"),
          Map.entry("launchStatus", "#l"),
          Map.entry("serverName", "#n"),
          Map.entry("ipAddress", "#a"),
          Map.entry("sourceInstanceId", "#o"));

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<AttributeValue, String> values = new LinkedHashMap<>();
  private final List<String> sets = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();

  /** No update makes a deleted item come back. */
  ItemUpdate() {
    conditions.add("attribute_exists(" + path("executionId") + ")");
  }

  ItemUpdate set(String path, AttributeValue value) {
    sets.add(path(path) + " = " + value(value));
    return this;
  }

  /** Adds an element to a list, or to none: what others add at the same moment stays. */
  ItemUpdate append(String path, AttributeValue element) {
    var empty = value(Attributes.list(List.of()));
    var added = value(Attributes.list(List.of(element)));
    sets.add(
        "%s = list_append(if_not_exists(%s, %s), %s)"
            .formatted(path(path), path(path), empty, added));
    return this;
  }

  ItemUpdate remove(String... paths) {
    for (var path : paths) {
      removes.add(path(path));
    }
    return this;
  }

  ItemUpdate whenEqual(String path, AttributeValue expected) {
    return when(equal(path, expected));
  }

  ItemUpdate whenIn(String path, Iterable<String> words) {
    return when(in(path, words));
  }

  ItemUpdate whenMissing(String path) {
    return when(missing(path));
  }

  ItemUpdate whenPresent(String path) {
    return when("attribute_exists(" + path(path) + ")");
  }

  /** No such element is in the list; also where there is no list. */
  ItemUpdate whenLacking(String path, AttributeValue element) {
    return when("(NOT contains(%s, %s))".formatted(path(path), value(element)));
  }

  /** The list has that many elements; none where there is no list. */
  ItemUpdate whenSize(String path, int size) {
    return when("size(%s) = %s".formatted(path(path), value(Attributes.number(size))));
  }

  /** A flag that is absent, false or null. */
  ItemUpdate whenNotSet(String path) {
    return when(
        "(%s OR %s <> %s)".formatted(missing(path), path(path), value(Attributes.flag(true))));
  }

  ItemUpdate when(String condition) {
    conditions.add(condition);
    return this;
  }

  String equal(String path, AttributeValue expected) {
    return path(path) + " = " + value(expected);
  }

  String missing(String path) {
    return "attribute_not_exists(" + path(path) + ")";
  }

  String in(String path, Iterable<String> words) {
    var operands = new ArrayList<String>();
    words.forEach(word -> operands.add(value(Attributes.text(word))));
    return path(path) + " IN (" + String.join(", ", operands) + ")";
  }

  String path(String dotted) {
    return List.of(dotted.split("\\.", -1)).stream()
        .map(this::segment)
        .collect(Collectors.joining("."));
  }

  private String segment(String segment) {
    int index = segment.indexOf('[');
    var name = index < 0 ? segment : segment.substring(0, index);
    var alias = SHORT.getOrDefault(name, "#" + name);
    names.put(alias, name);
    return index < 0 ? alias : alias + segment.substring(index);
  }

  String value(AttributeValue value) {
    return values.computeIfAbsent(value, v -> ":v" + values.size());
  }

  /** Whether DynamoDB takes it; every condition may be a comparison and its AND. */
  boolean fits() {
    return expression().length() <= LONGEST_EXPRESSION
        && condition().length() <= LONGEST_EXPRESSION
        && 2 * conditions.size() <= MOST_OPERATORS - SPARE_OPERATORS;
  }

  private String condition() {
    return String.join(" AND ", conditions);
  }

  UpdateItemRequest request(String table, Map<String, AttributeValue> key) {
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(key)
        .updateExpression(expression())
        .conditionExpression(condition())
        .expressionAttributeNames(names)
        .expressionAttributeValues(placeholders())
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private String expression() {
    var clauses = new ArrayList<String>();
    if (!sets.isEmpty()) {
      clauses.add("SET " + String.join(", ", sets));
    }
    if (!removes.isEmpty()) {
      clauses.add("REMOVE " + String.join(", ", removes));
    }
    return String.join(" ", clauses);
  }

  private Map<String, AttributeValue> placeholders() {
    return values.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getValue, Map.Entry::getKey, (a, b) -> a, LinkedHashMap::new));
  }
}
