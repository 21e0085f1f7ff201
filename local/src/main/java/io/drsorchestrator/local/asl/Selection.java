package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** InputPath or OutputPath: a part of the data, or the empty object where the path is null. */
public record Selection(Optional<PathExpression> path) {
  /** What the path selects in {@code scope}. */
  public JsonNode of(Scope scope) {
    return path.map(selected -> selected.evaluate(scope)).orElseGet(Json::object);
  }
}
