package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;

/** What the value of a field ending in {@code .$} stands for. */
public sealed interface ValueExpression permits PathExpression, IntrinsicCall, LiteralExpression {

  /** The value in {@code scope}; fails the state if there is none. */
  JsonNode evaluate(Scope scope);
}
