package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A call such as {@code States.Format('{}-{}', $.planId, $.wave)}. */
record IntrinsicCall(Intrinsic function, List<ValueExpression> arguments)
    implements ValueExpression {
  IntrinsicCall {
    arguments = List.copyOf(arguments);
  }

  @Override
  public JsonNode evaluate(Scope scope) {
    return function.apply(arguments.stream().map(argument -> argument.evaluate(scope)).toList());
  }
}
