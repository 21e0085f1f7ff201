package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The fields of one JSON object of a definition, read with refusals that say where it is. */
final class Fields {
  private final String where;
  private final JsonNode node;

  Fields(String where, JsonNode node) {
    this.where = where;
    this.node = node;
    if (!node.isObject()) {
      throw refusal("expected an object instead of " + Json.text(node));
    }
  }

  String where() {
    return where;
  }

  InvalidDefinitionException refusal(String problem) {
    return new InvalidDefinitionException(where, problem);
  }

  void allowOnly(Set<String> supported) {
    for (var name : names()) {
      if (!supported.contains(name)) {
        throw refusal(
            "unknown field '%s', supported are %s".formatted(name, new TreeSet<>(supported)));
      }
    }
  }

  Set<String> names() {
    var names = new TreeSet<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  Set<Map.Entry<String, JsonNode>> entries() {
    return node.properties();
  }

  boolean has(String name) {
    return node.has(name);
  }

  /** The one of {@code names} that is there; refuses if it is none or more than one. */
  String onlyOneOf(String... names) {
    var present = Arrays.stream(names).filter(this::has).toList();
    if (present.size() != 1) {
      throw refusal("needs exactly one of " + List.of(names) + " and has " + present);
    }
    return present.get(0);
  }

  JsonNode json(String name) {
    return find(name, "a value", any -> true)
        .orElseThrow(() -> refusal("the field '" + name + "' is missing"));
  }

  Optional<JsonNode> findJson(String name) {
    return find(name, "a value", any -> true);
  }

  boolean isNull(String name) {
    return node.path(name).isNull();
  }

  String text(String name) {
    return findText(name).orElseThrow(() -> refusal("the field '" + name + "' is missing"));
  }

  Optional<String> findText(String name) {
    return find(name, "a string", JsonNode::isTextual).map(JsonNode::textValue);
  }

  Optional<Boolean> findFlag(String name) {
    return find(name, "true or false", JsonNode::isBoolean).map(JsonNode::booleanValue);
  }

  Optional<Long> findWhole(String name, long least, long most) {
    return find(
            name,
            "a whole number from " + least + " to " + most,
            value -> isWhole(value) && least <= value.longValue() && value.longValue() <= most)
        .map(JsonNode::longValue);
  }

  Optional<Double> findNumber(String name, double least) {
    return find(
            name,
            "a number of at least " + least,
            value -> value.isNumber() && value.doubleValue() >= least)
        .map(JsonNode::doubleValue);
  }

  List<String> texts(String name) {
    var texts = new ArrayList<String>();
    for (var element : elements(name)) {
      if (!element.isTextual()) {
        throw refusal("the field '" + name + "' must be a list of strings");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  List<Fields> objects(String name) {
    var objects = new ArrayList<Fields>();
    for (var element : elements(name)) {
      objects.add(new Fields(where + ", " + name + "[" + objects.size() + "]", element));
    }
    return objects;
  }

  private JsonNode elements(String name) {
    var list = json(name);
    if (!list.isArray() || list.isEmpty()) {
      throw refusal("the field '" + name + "' must be a list with at least one element");
    }
    return list;
  }

  private static boolean isWhole(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToLong();
  }

  private Optional<JsonNode> find(String name, String expected, Predicate<JsonNode> valid) {
    if (!has(name)) {
      return Optional.empty();
    }
    var value = node.get(name);
    if (!valid.test(value)) {
      throw refusal("the field '%s' must be %s".formatted(name, expected));
    }
    return Optional.of(value);
  }
}
