package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** States.Format: a template whose {@code {}} are replaced in order. */
final class FormatFunction {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{}");

  private FormatFunction() {}

  static JsonNode apply(List<JsonNode> arguments) {
    var template = arguments.get(0);
    var matcher = PLACEHOLDER.matcher(template.asText());
    var values = arguments.subList(1, arguments.size());
    if (!template.isTextual() || matcher.results().count() != values.size()) {
      throw StateFailure.intrinsic(
          "States.Format needs a template string with as many {} as there are values");
    }
    return JsonNodeFactory.instance.textNode(filled(matcher.reset(), values));
  }

  private static String filled(Matcher matcher, List<JsonNode> values) {
    var remaining = values.iterator();
    return matcher.replaceAll(match -> Matcher.quoteReplacement(shown(remaining.next())));
  }

  private static String shown(JsonNode value) {
    if (value.isContainerNode()) {
      throw StateFailure.intrinsic("States.Format takes strings, numbers, booleans and null");
    }
    return value.asText();
  }
}
