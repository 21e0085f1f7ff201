package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The intrinsic functions that are supported. */
enum Intrinsic {
  ARRAY("States.Array", 0, Integer.MAX_VALUE),
  FORMAT("States.Format", 1, Integer.MAX_VALUE),
  JSON_TO_STRING("States.JsonToString", 1, 1),
  MATH_ADD("States.MathAdd", 2, 2),
  STRING_TO_JSON("States.StringToJson", 1, 1);

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String text;
  private final int fewest;
  private final int most;

  Intrinsic(String text, int fewest, int most) {
    this.text = text;
    this.fewest = fewest;
    this.most = most;
  }

  static Optional<Intrinsic> named(String text) {
    return Arrays.stream(values()).filter(function -> function.text.equals(text)).findFirst();
  }

  static String supported() {
    return Arrays.stream(values()).map(function -> function.text).collect(Collectors.joining(", "));
  }

  boolean takes(int arguments) {
    return fewest <= arguments && arguments <= most;
  }

  JsonNode apply(List<JsonNode> arguments) {
    return switch (this) {
      case ARRAY -> array(arguments);
      case FORMAT -> FormatFunction.apply(arguments);
      case JSON_TO_STRING -> jsonToString(arguments);
      case MATH_ADD -> mathAdd(arguments);
      case STRING_TO_JSON -> stringToJson(arguments);
    };
  }

  private static JsonNode array(List<JsonNode> arguments) {
    return NODES.arrayNode().addAll(arguments);
  }

  private static JsonNode jsonToString(List<JsonNode> arguments) {
    return NODES.textNode(Json.text(arguments.get(0)));
  }

  private static JsonNode stringToJson(List<JsonNode> arguments) {
    return Optional.of(arguments.get(0))
        .filter(JsonNode::isTextual)
        .flatMap(node -> Json.parse(node.textValue()))
        .orElseThrow(() -> StateFailure.intrinsic("States.StringToJson needs a string of JSON"));
  }

  private static JsonNode mathAdd(List<JsonNode> arguments) {
    if (!arguments.stream().allMatch(JsonNode::canConvertToExactIntegral)) {
      throw StateFailure.intrinsic("States.MathAdd needs two whole numbers");
    }
    return NODES.numberNode(arguments.get(0).longValue() + arguments.get(1).longValue());
  }
}
