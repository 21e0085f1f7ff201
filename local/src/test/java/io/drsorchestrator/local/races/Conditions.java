package io.drsorchestrator.local.races;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Takes clauses out of the condition of a write, by their text with names written out. */
public final class Conditions {

  private static final Pattern TOKEN = Pattern.compile("[#:]\\w+");

  private Conditions() {}

  /** The update expression with names written out, by which kinds of writes are told apart. */
  public static String updateOf(UpdateItemRequest request) {
    return expanded(request.updateExpression(), request.expressionAttributeNames());
  }

  /** The write without the clauses of its condition that match as a whole. */
  public static UpdateItemRequest without(UpdateItemRequest request, List<Pattern> clauses) {
    var names = request.expressionAttributeNames();
    var kept =
        split(request.conditionExpression()).stream()
            .filter(clause -> !isAny(expanded(clause, names), clauses))
            .collect(Collectors.joining(" AND "));
    return pruned(request.toBuilder().conditionExpression(kept).build());
  }

  private static boolean isAny(String clause, List<Pattern> clauses) {
    return clauses.stream().anyMatch(pattern -> pattern.matcher(clause).matches());
  }

  private static String expanded(String expression, Map<String, String> names) {
    return TOKEN
        .matcher(expression)
        .replaceAll(
            token -> Matcher.quoteReplacement(names.getOrDefault(token.group(), token.group())));
  }

  /** By the ANDs that stand in no parentheses. */
  private static List<String> split(String condition) {
    var clauses = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < condition.length(); i++) {
      char c = condition.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && condition.startsWith(" AND ", i)) {
        clauses.add(condition.substring(start, i));
        start = i + " AND ".length();
      }
    }
    clauses.add(condition.substring(start));
    return clauses;
  }

  /** DynamoDB refuses names and values that no expression uses. */
  static UpdateItemRequest pruned(UpdateItemRequest request) {
    var used =
        Stream.of(request.updateExpression(), request.conditionExpression())
            .flatMap(expression -> TOKEN.matcher(expression).results())
            .map(token -> token.group())
            .collect(Collectors.toSet());
    return request.toBuilder()
        .expressionAttributeNames(only(request.expressionAttributeNames(), used::contains))
        .expressionAttributeValues(only(request.expressionAttributeValues(), used::contains))
        .build();
  }

  private static <V> Map<String, V> only(Map<String, V> all, Predicate<String> used) {
    return all.entrySet().stream()
        .filter(entry -> used.test(entry.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
