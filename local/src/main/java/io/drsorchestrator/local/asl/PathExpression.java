package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.Optional;

/** A path such as {@code $.waves[0].number} or {@code $$.Execution.Input.planId}. */
public final class PathExpression implements ValueExpression {
  private static final Configuration JACKSON =
      Configuration.builder()
          .jsonProvider(new StrictJsonProvider())
          .mappingProvider(new JacksonMappingProvider())
          .build();

  private final String text;
  private final String field;
  private final boolean context;
  private final JsonPath path;

  PathExpression(String text, String field) {
    this.text = text;
    this.field = field;
    this.context = text.startsWith("$$");
    this.path = JsonPath.compile(context ? text.substring(1) : text);
  }

  /** What the path selects, or empty if it selects nothing. */
  Optional<JsonNode> find(Scope scope) {
    JsonNode root = context ? scope.context().get() : scope.data();
    try {
      JsonNode found = path.read(root, JACKSON);
      return Optional.of(found);
    } catch (PathNotFoundException absent) {
      return Optional.empty();
    }
  }

  @Override
  public JsonNode evaluate(Scope scope) {
    return find(scope).orElseThrow(() -> notFound(scope));
  }

  @Override
  public String toString() {
    return text;
  }

  private StateFailure notFound(Scope scope) {
    return StateFailure.runtime(
        "The JSONPath '%s' specified for the field '%s' could not be found in the input '%s'"
            .formatted(text, field, Json.text(scope.data())));
  }
}
