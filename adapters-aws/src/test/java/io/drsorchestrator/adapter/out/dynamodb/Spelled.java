package io.drsorchestrator.adapter.out.dynamodb;

import io.vavr.collection.Vector;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A write spelled out for people: one clause a line, names and values in their places. */
final class Spelled {

  private static final Pattern PLACEHOLDER = Pattern.compile("[#:][A-Za-z0-9_]+");

  private Spelled() {}

  static String out(UpdateItemRequest request) {
    return out(
        request.updateExpression(),
        request.conditionExpression(),
        request.expressionAttributeNames(),
        request.expressionAttributeValues());
  }

  static String out(
      String update,
      String condition,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    var parts = Vector.of((" " + update).split(" REMOVE ", -1));
    var sets =
        parts.head().isEmpty()
            ? Vector.<String>empty()
            : clauses(parts.head().substring(" SET ".length()), ", ").map(c -> "SET " + c);
    var removes = parts.tail().flatMap(p -> clauses(p, ", ")).map(c -> "REMOVE " + c);
    var conditions = clauses(condition, " AND ").map(c -> "IF " + c);
    return sets.appendAll(removes)
        .appendAll(conditions)
        .map(clause -> spell(clause, names, values))
        .mkString("", "\n", "\n");
  }

  /** Split where no parenthesis is open. */
  private static Vector<String> clauses(String expression, String separator) {
    Vector<String> clauses = Vector.empty();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < expression.length(); i++) {
      depth += expression.charAt(i) == '(' ? 1 : expression.charAt(i) == ')' ? -1 : 0;
      if (depth == 0 && expression.startsWith(separator, i)) {
        clauses = clauses.append(expression.substring(start, i));
        start = i + separator.length();
      }
    }
    return clauses.append(expression.substring(start));
  }

  private static String spell(
      String clause, Map<String, String> names, Map<String, AttributeValue> values) {
    return PLACEHOLDER
        .matcher(clause)
        .replaceAll(found -> Matcher.quoteReplacement(resolve(found.group(), names, values)));
  }

  private static String resolve(
      String placeholder, Map<String, String> names, Map<String, AttributeValue> values) {
    var name = names.get(placeholder);
    var value = values.get(placeholder);
    return value == null ? String.valueOf(name) : spell(value);
  }

  private static String spell(AttributeValue value) {
    return switch (value.type()) {
      case S -> "'" + value.s() + "'";
      case N -> value.n();
      case L -> value.l().stream().map(Spelled::spell).collect(Collectors.joining(" ", "[", "]"));
      case M -> "{...}";
      default -> value.toString();
    };
  }
}
