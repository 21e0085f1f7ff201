package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The operators of a Choice that are supported. */
final class ChoiceOperators {
  static final Map<String, Predicate<JsonNode>> TYPES =
      Map.of(
          "IsBoolean", JsonNode::isBoolean,
          "IsNull", JsonNode::isNull,
          "IsNumeric", JsonNode::isNumber,
          "IsString", JsonNode::isTextual);

  static final Map<String, Comparison> COMPARISONS =
      Map.ofEntries(
          Map.entry("BooleanEquals", Comparison.booleans()),
          Map.entry("NumericEquals", Comparison.numbers(sign -> sign == 0)),
          Map.entry("NumericGreaterThan", Comparison.numbers(sign -> sign > 0)),
          Map.entry("NumericGreaterThanEquals", Comparison.numbers(sign -> sign >= 0)),
          Map.entry("NumericLessThan", Comparison.numbers(sign -> sign < 0)),
          Map.entry("NumericLessThanEquals", Comparison.numbers(sign -> sign <= 0)),
          Map.entry("StringEquals", Comparison.strings(sign -> sign == 0)),
          Map.entry("StringGreaterThan", Comparison.strings(sign -> sign > 0)),
          Map.entry("StringGreaterThanEquals", Comparison.strings(sign -> sign >= 0)),
          Map.entry("StringLessThan", Comparison.strings(sign -> sign < 0)),
          Map.entry("StringLessThanEquals", Comparison.strings(sign -> sign <= 0)));

  private static final Pattern PIECE = Pattern.compile("\\\\(.)|\\*|[^\\\\*]+");

  private ChoiceOperators() {}

  /** The test of StringMatches: {@code *} is any text and a backslash makes it a star. */
  static Predicate<JsonNode> matching(String pattern) {
    var regex = new StringBuilder();
    var piece = PIECE.matcher(pattern);
    while (piece.find()) {
      regex.append(regexOf(piece.group()));
    }
    var compiled = Pattern.compile(regex.toString(), Pattern.DOTALL);
    return value -> value.isTextual() && compiled.matcher(value.textValue()).matches();
  }

  private static String regexOf(String piece) {
    if (piece.equals("*")) {
      return ".*";
    }
    return Pattern.quote(piece.startsWith("\\") ? piece.substring(1) : piece);
  }
}
