package io.drsorchestrator.local.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The expressions of a write with names written out, so that clauses can be told and taken away.
 */
final class Expression {

  private static final Pattern ALIAS = Pattern.compile("#\\w+");

  private Expression() {}

  static String update(UpdateItemRequest request) {
    return spelled(request.updateExpression(), request);
  }

  /** Without the clauses of the condition that match as a whole. */
  static UpdateItemRequest without(UpdateItemRequest request, String clauses) {
    var pattern = Pattern.compile(clauses);
    var kept =
        clauses(request.conditionExpression()).stream()
            .filter(clause -> !pattern.matcher(spelled(clause, request)).matches())
            .collect(Collectors.joining(" AND "));
    return request.toBuilder().conditionExpression(kept).build();
  }

  private static String spelled(String expression, UpdateItemRequest request) {
    Map<String, String> names = request.expressionAttributeNames();
    return ALIAS
        .matcher(expression)
        .replaceAll(
            alias -> Matcher.quoteReplacement(names.getOrDefault(alias.group(), alias.group())));
  }

  /** By the ANDs that stand in no parentheses. */
  private static List<String> clauses(String condition) {
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
}
