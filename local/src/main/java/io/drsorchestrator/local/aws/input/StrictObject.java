package io.drsorchestrator.local.aws.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A JSON object of which every field must be asked for, else {@link #done} complains. */
public final class StrictObject {

  private final String path;
  private final JsonNode node;
  private final Set<String> asked = new LinkedHashSet<>();

  StrictObject(String path, JsonNode node) {
    if (!node.isObject()) {
      throw new InvalidInputException(path, node.toString(), "an object");
    }
    this.path = path;
    this.node = node;
  }

  /** A text that must be there. */
  public String text(String field) {
    return optionalText(field).orElseThrow(() -> wrong(field, "absent", "a text"));
  }

  /** A text. */
  public Optional<String> optionalText(String field) {
    return value(field)
        .map(
            value -> {
              if (!value.isTextual() || value.asText().isBlank()) {
                throw wrong(field, value.toString(), "a text that is not blank");
              }
              return value.asText();
            });
  }

  /** One of {@code allowed}. */
  public Optional<String> optionalText(String field, List<String> allowed) {
    Optional<String> text = optionalText(field);
    if (text.isPresent() && !allowed.contains(text.get())) {
      throw wrong(field, '"' + text.get() + '"', String.join(", ", allowed));
    }
    return text;
  }

  /** A whole number between {@code min} and {@code max}. */
  public Optional<Long> optionalNumber(String field, long min, long max) {
    return value(field)
        .map(
            value -> {
              if (!value.canConvertToExactIntegral()
                  || !value.canConvertToLong()
                  || value.asLong() < min
                  || value.asLong() > max) {
                throw wrong(field, value.toString(), "a whole number, " + min + " to " + max);
              }
              return value.asLong();
            });
  }

  /** A whole number, as an int. */
  public Optional<Integer> optionalInt(String field, int min, int max) {
    return optionalNumber(field, min, max).map(Math::toIntExact);
  }

  /** A number above {@code above} and up to {@code max}. */
  public Optional<Double> optionalFraction(String field, double above, double max) {
    return value(field)
        .map(
            value -> {
              if (!value.isNumber() || value.asDouble() <= above || value.asDouble() > max) {
                throw wrong(field, value.toString(), "a number above " + above + " up to " + max);
              }
              return value.asDouble();
            });
  }

  /** An object inside this one. */
  public Optional<StrictObject> optionalObject(String field) {
    return value(field).map(value -> new StrictObject(pathOf(field), value));
  }

  /** A list of objects, empty if it is absent. */
  public List<StrictObject> objects(String field) {
    return value(field).map(list -> StrictJson.objects(pathOf(field), list)).orElse(List.of());
  }

  /** A list of texts, empty if it is absent. */
  public List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(field)) {
      if (!item.isTextual()) {
        throw wrong(field, item.toString(), "a list of texts");
      }
      texts.add(item.asText());
    }
    return texts;
  }

  /** A list of whole numbers from 0 on, empty if it is absent. */
  public List<Integer> numbers(String field) {
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode item : list(field)) {
      if (!item.isInt() || item.asInt() < 0) {
        throw wrong(field, item.toString(), "a list of whole numbers");
      }
      numbers.add(item.asInt());
    }
    return numbers;
  }

  /** Names and texts, empty if they are absent. */
  public Map<String, String> textMap(String field) {
    Map<String, String> texts = new LinkedHashMap<>();
    optionalObject(field)
        .ifPresent(
            object ->
                object
                    .node
                    .fieldNames()
                    .forEachRemaining(name -> texts.put(name, object.anyText(name))));
    return texts;
  }

  /** The complaint about {@code field}. */
  public InvalidInputException wrong(String field, String value, String allowed) {
    return new InvalidInputException(pathOf(field), value, allowed);
  }

  /** Complains about fields that nobody asked for. */
  public void done() {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                throw wrong(name, "an unknown field", String.join(", ", asked));
              }
            });
  }

  private String anyText(String field) {
    JsonNode value = node.get(field);
    if (!value.isTextual()) {
      throw wrong(field, value.toString(), "a text");
    }
    return value.asText();
  }

  private JsonNode list(String field) {
    Optional<JsonNode> value = value(field);
    if (value.isPresent() && !value.get().isArray()) {
      throw wrong(field, value.get().toString(), "a list");
    }
    return value.orElseGet(() -> node.path("/absent/"));
  }

  private Optional<JsonNode> value(String field) {
    asked.add(field);
    return Optional.ofNullable(node.get(field)).filter(value -> !value.isNull());
  }

  private String pathOf(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }
}
