package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;

/** A constant argument of an intrinsic function. */
record LiteralExpression(JsonNode value) implements ValueExpression {
  @Override
  public JsonNode evaluate(Scope scope) {
    return value;
  }
}
