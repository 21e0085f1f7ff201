package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;

/** What a variable of a Choice is compared with. */
public sealed interface Operand {

  /** The value to compare with. */
  JsonNode value(Scope scope);

  /** A value in the definition. */
  record Constant(JsonNode json) implements Operand {
    @Override
    public JsonNode value(Scope scope) {
      return json;
    }
  }

  /** A value in the data, which has to be there. */
  record Variable(PathExpression path) implements Operand {
    @Override
    public JsonNode value(Scope scope) {
      return ChoiceRule.valueOf(path, scope);
    }
  }
}
