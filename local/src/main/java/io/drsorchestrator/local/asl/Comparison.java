package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** A comparison of two values of one type, false for values of any other type. */
record Comparison(
    Predicate<JsonNode> type, BiFunction<JsonNode, JsonNode, Integer> order, IntPredicate sign)
    implements BiPredicate<JsonNode, JsonNode> {

  static Comparison strings(IntPredicate sign) {
    return new Comparison(
        JsonNode::isTextual, (a, b) -> a.textValue().compareTo(b.textValue()), sign);
  }

  static Comparison numbers(IntPredicate sign) {
    return new Comparison(
        JsonNode::isNumber, (a, b) -> a.decimalValue().compareTo(b.decimalValue()), sign);
  }

  static Comparison booleans() {
    return new Comparison(
        JsonNode::isBoolean,
        (a, b) -> Boolean.compare(a.booleanValue(), b.booleanValue()),
        sign -> sign == 0);
  }

  @Override
  public boolean test(JsonNode variable, JsonNode operand) {
    return type.test(variable) && type.test(operand) && sign.test(order.apply(variable, operand));
  }
}
