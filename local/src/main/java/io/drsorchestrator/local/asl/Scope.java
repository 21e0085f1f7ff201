package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;

/** What paths look into: the data under {@code $} and the context object under {@code $$}. */
public record Scope(JsonNode data, Supplier<? extends JsonNode> context) {

  /** The same context with other data. */
  public Scope over(JsonNode other) {
    return new Scope(other, context);
  }
}
