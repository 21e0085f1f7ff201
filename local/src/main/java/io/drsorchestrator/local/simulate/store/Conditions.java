package io.drsorchestrator.local.simulate.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads condition expressions and key conditions. */
final class Conditions {

  private static final Set<String> TESTS =
      Set.of("attribute_exists", "attribute_not_exists", "contains");

  private final Tokens tokens;

  private Conditions(Tokens tokens) {
    this.tokens = tokens;
  }

  static Condition read(String expression) {
    var reader = new Conditions(new Tokens(expression));
    var condition = reader.anyOf();
    if (!reader.tokens.isEmpty()) {
      throw Refusals.invalid("Invalid expression: " + expression);
    }
    return condition;
  }

  private Condition anyOf() {
    var all = new ArrayList<Condition>();
    do {
      all.add(allOf());
    } while (tokens.skip("OR"));
    return all.size() == 1 ? all.get(0) : b -> all.stream().anyMatch(one -> one.holds(b));
  }

  private Condition allOf() {
    var all = new ArrayList<Condition>();
    do {
      all.add(one());
    } while (tokens.skip("AND"));
    return all.size() == 1 ? all.get(0) : b -> all.stream().allMatch(one -> one.holds(b));
  }

  private Condition one() {
    if (tokens.skip("NOT")) {
      var negated = one();
      return bindings -> !negated.holds(bindings);
    }
    if (tokens.skip("(")) {
      var inner = anyOf();
      tokens.expect(")");
      return inner;
    }
    return TESTS.contains(tokens.peek()) ? test(tokens.take()) : comparison();
  }

  private Condition test(String function) {
    tokens.expect("(");
    var path = Operands.read(tokens);
    if (function.equals("contains")) {
      tokens.expect(",");
      var part = Operands.read(tokens);
      tokens.expect(")");
      return bindings -> Values.contains(path.in(bindings), part.in(bindings));
    }
    tokens.expect(")");
    boolean exists = function.equals("attribute_exists");
    return bindings -> (path.in(bindings) != null) == exists;
  }

  private Condition comparison() {
    var left = Operands.read(tokens);
    if (tokens.skip("IN")) {
      return among(left, list());
    }
    var sign = tokens.take();
    var right = Operands.read(tokens);
    return switch (sign) {
      case "=" -> bindings -> Values.equal(left.in(bindings), right.in(bindings));
      case "<>" -> bindings -> !Values.equal(left.in(bindings), right.in(bindings));
      case "<", "<=", ">", ">=" ->
          bindings -> Values.compare(sign, left.in(bindings), right.in(bindings));
      default -> throw Refusals.invalid("Invalid comparator: " + sign);
    };
  }

  private List<Operand> list() {
    var all = new ArrayList<Operand>();
    tokens.expect("(");
    do {
      all.add(Operands.read(tokens));
    } while (tokens.skip(","));
    tokens.expect(")");
    return all;
  }

  private static Condition among(Operand left, List<Operand> right) {
    return bindings -> {
      var value = left.in(bindings);
      return right.stream().anyMatch(one -> Values.equal(value, one.in(bindings)));
    };
  }
}
