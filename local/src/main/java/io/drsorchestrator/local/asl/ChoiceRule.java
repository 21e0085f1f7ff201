package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** A condition of a Choice. */
public sealed interface ChoiceRule {

  /** Whether the condition is met; fails the state if a variable is missing. */
  boolean holds(Scope scope);

  /** Every one of some conditions. */
  record And(List<ChoiceRule> rules) implements ChoiceRule {
    @Override
    public boolean holds(Scope scope) {
      return rules.stream().allMatch(rule -> rule.holds(scope));
    }
  }

  /** At least one of some conditions. */
  record Or(List<ChoiceRule> rules) implements ChoiceRule {
    @Override
    public boolean holds(Scope scope) {
      return rules.stream().anyMatch(rule -> rule.holds(scope));
    }
  }

  /** The opposite of a condition. */
  record Not(ChoiceRule rule) implements ChoiceRule {
    @Override
    public boolean holds(Scope scope) {
      return !rule.holds(scope);
    }
  }

  /** Whether a variable is there, whatever it holds. */
  record IsPresent(PathExpression variable, boolean expected) implements ChoiceRule {
    @Override
    public boolean holds(Scope scope) {
      return variable.find(scope).isPresent() == expected;
    }
  }

  /** Whether a variable is of some type. */
  record IsType(PathExpression variable, Predicate<JsonNode> type, boolean expected)
      implements ChoiceRule {
    @Override
    public boolean holds(Scope scope) {
      return type.test(valueOf(variable, scope)) == expected;
    }
  }

  /** A variable compared with a constant or another variable. */
  record Compare(
      PathExpression variable, BiPredicate<JsonNode, JsonNode> comparison, Operand operand)
      implements ChoiceRule {
    @Override
    public boolean holds(Scope scope) {
      return comparison.test(valueOf(variable, scope), operand.value(scope));
    }
  }

  /** The value of {@code variable}, which has to be there. */
  static JsonNode valueOf(PathExpression variable, Scope scope) {
    return variable
        .find(scope)
        .orElseThrow(
            () ->
                StateFailure.runtime(
                    "Invalid path '"
                        + variable
                        + "': The choice state's condition path references an invalid value."));
  }
}
