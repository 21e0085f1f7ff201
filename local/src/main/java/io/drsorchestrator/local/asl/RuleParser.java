package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Reads the conditions of one Choice. */
final class RuleParser {
  private static final Set<String> COMBINATIONS = Set.of("And", "Not", "Or");
  private static final Set<String> BESIDES = Set.of("Comment", "Next", "Variable");
  private static final String PATH = "Path";
  private static final Set<String> SUPPORTED = supported();

  private final PathParser paths;

  RuleParser(PathParser paths) {
    this.paths = paths;
  }

  private ChoiceRule nested(Fields rule) {
    if (rule.has("Next")) {
      throw rule.refusal("'Next' belongs to the outermost rule");
    }
    return rule(rule);
  }

  ChoiceRule rule(Fields rule) {
    var operator = operator(rule);
    if (!COMBINATIONS.contains(operator)) {
      return test(rule, operator);
    }
    if (rule.has("Variable")) {
      throw rule.refusal("'Variable' does not go with '" + operator + "'");
    }
    return combination(rule, operator);
  }

  private ChoiceRule combination(Fields rule, String operator) {
    if (operator.equals("Not")) {
      return new ChoiceRule.Not(nested(new Fields(rule.where() + ", Not", rule.json("Not"))));
    }
    List<ChoiceRule> rules = rule.objects(operator).stream().map(this::nested).toList();
    return operator.equals("And") ? new ChoiceRule.And(rules) : new ChoiceRule.Or(rules);
  }

  private ChoiceRule test(Fields rule, String operator) {
    var variable = paths.reference(rule.text("Variable"), "Variable");
    if (operator.equals("IsPresent")) {
      return new ChoiceRule.IsPresent(variable, flag(rule, operator));
    }
    if (operator.equals("StringMatches")) {
      var type = ChoiceOperators.matching(rule.text(operator));
      return new ChoiceRule.IsType(variable, type, true);
    }
    return type(operator)
        .<ChoiceRule>map(type -> new ChoiceRule.IsType(variable, type, flag(rule, operator)))
        .orElseGet(() -> comparison(rule, operator, variable));
  }

  private ChoiceRule comparison(Fields rule, String operator, PathExpression variable) {
    var constant = ChoiceOperators.COMPARISONS.get(operator);
    if (constant == null) {
      var path = paths.reference(rule.text(operator), operator);
      return new ChoiceRule.Compare(variable, byPath(operator), new Operand.Variable(path));
    }
    var operand = rule.json(operator);
    if (!constant.type().test(operand)) {
      throw rule.refusal("the value of '" + operator + "' is of another type");
    }
    return new ChoiceRule.Compare(variable, constant, new Operand.Constant(operand));
  }

  private static String operator(Fields rule) {
    var known = new HashSet<>(SUPPORTED);
    known.addAll(BESIDES);
    rule.allowOnly(known);
    return rule.onlyOneOf(SUPPORTED.toArray(String[]::new));
  }

  private static Set<String> supported() {
    var supported = new TreeSet<>(COMBINATIONS);
    supported.addAll(ChoiceOperators.TYPES.keySet());
    supported.addAll(List.of("IsPresent", "StringMatches"));
    for (var comparison : ChoiceOperators.COMPARISONS.keySet()) {
      supported.add(comparison);
      supported.add(comparison + PATH);
    }
    return supported;
  }

  private static Comparison byPath(String operator) {
    var name = operator.substring(0, operator.length() - PATH.length());
    return Objects.requireNonNull(ChoiceOperators.COMPARISONS.get(name));
  }

  private static Optional<Predicate<JsonNode>> type(String operator) {
    return Optional.ofNullable(ChoiceOperators.TYPES.get(operator));
  }

  private static boolean flag(Fields rule, String operator) {
    return rule.findFlag(operator).orElseThrow();
  }
}
