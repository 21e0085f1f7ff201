package io.drsorchestrator.local.asl;

import java.util.Set;
import java.util.regex.Pattern;

/** The forms of a JSONPath that are supported in one state. */
final class PathParser {
  private static final String FIELD = "(\\.[\\p{L}\\p{N}_-]+|\\['[^'\\\\\\]]+'])";
  private static final String INDEX = "\\[\\d+]";
  private static final String MANY = "\\[(\\*|\\d*:\\d*)]";
  private static final Pattern RESULT = Pattern.compile("\\$" + FIELD + "*");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\$?(" + FIELD + "|" + INDEX + ")*");
  private static final Pattern VALUE =
      Pattern.compile("\\$\\$?(" + FIELD + "|" + INDEX + "|" + MANY + ")*");
  private static final Set<String> CONTEXT =
      Set.of(
          "$$",
          "$$.Execution",
          "$$.Execution.Id",
          "$$.Execution.Name",
          "$$.Execution.RoleArn",
          "$$.Execution.StartTime",
          "$$.State",
          "$$.State.EnteredTime",
          "$$.State.Name",
          "$$.State.RetryCount",
          "$$.StateMachine",
          "$$.StateMachine.Id",
          "$$.StateMachine.Name");
  private static final Pattern EXECUTION_INPUT =
      Pattern.compile("\\$\\$\\.Execution\\.Input([.\\[].*)?");
  private static final String TOKEN = "$$.Task.Token";

  private final String where;
  private final boolean hasToken;

  PathParser(String where, boolean hasToken) {
    this.where = where;
    this.hasToken = hasToken;
  }

  /** A path that may select many values. */
  PathExpression value(String text, String field) {
    return path(VALUE, text, field, "$, $.name, $['name'], [0], [*], [1:2] and $$.name");
  }

  /** A path that selects one value. */
  PathExpression reference(String text, String field) {
    return path(REFERENCE, text, field, "$, $.name, $['name'], [0] and $$.name");
  }

  /** Refuses {@code text} unless a result can be written there. */
  void checkResult(String text, String field) {
    check(RESULT, text, field, "null, $, $.name and $['name']");
  }

  private PathExpression path(Pattern form, String text, String field, String supported) {
    check(form, text, field, supported);
    if (text.startsWith("$$")) {
      checkContext(text, field);
    }
    return new PathExpression(text, field);
  }

  private void check(Pattern form, String text, String field, String supported) {
    if (!form.matcher(text).matches()) {
      throw refusal(
          "the path '%s' in '%s' is not supported, supported are %s"
              .formatted(text, field, supported));
    }
  }

  private void checkContext(String text, String field) {
    if (text.equals(TOKEN) && !hasToken) {
      throw refusal("'%s' in '%s' exists only in .waitForTaskToken".formatted(text, field));
    }
    boolean known =
        text.equals(TOKEN) || CONTEXT.contains(text) || EXECUTION_INPUT.matcher(text).matches();
    if (!known) {
      throw refusal(
          "the context object has no '%s' in '%s', it has $$.Execution.Input, %s and %s"
              .formatted(text, field, CONTEXT.stream().sorted().toList(), TOKEN));
    }
  }

  InvalidDefinitionException refusal(String problem) {
    return new InvalidDefinitionException(where, problem);
  }
}
