package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The file {@code cfn/openapi.yaml} as an oracle: whether it allows an answer. It knows nothing of
 * the code that answers; every test that sends a request of the HTTP API asks it.
 */
public final class OpenApiContract {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> METHODS =
      LinkedHashSet.of("get", "post", "put", "patch", "delete", "options", "head");

  /** What a browser insists on, and what tells it the type (contract 3.1). */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/json",
          "Access-Control-Allow-Origin", "*",
          "Access-Control-Allow-Headers", "Content-Type,Authorization",
          "Access-Control-Allow-Methods", "GET,POST,PUT,DELETE,OPTIONS");

  private final OpenApiFile file = OpenApiFile.read();

  /** Every documented method of a resource, such as {@code GET /executions/{id}}. */
  public Set<String> routes() {
    return Vector.ofAll(file.document().path("paths").properties())
        .flatMap(path -> methods(path.getKey(), path.getValue()))
        .toLinkedSet();
  }

  private static Vector<String> methods(String resource, JsonNode operations) {
    return Vector.ofAll(operations.properties())
        .map(Map.Entry::getKey)
        .filter(METHODS::contains)
        .map(method -> method.toUpperCase(Locale.ROOT) + " " + resource);
  }

  /** Fails unless the file allows {@code answer}, the function's own, to a proxy event. */
  public void check(JsonNode event, JsonNode answer) {
    HEADERS.forEach((name, value) -> header(answer, name, value));
    check(
        event.path("httpMethod").asText(),
        event.path("resource").asText(),
        answer.path("statusCode").asInt(),
        answer.path("body").asText());
  }

  private static void header(JsonNode answer, String name, String value) {
    if (!answer.path("headers").path(name).asText().equals(value)) {
      throw new AssertionError("The header %s is not %s: %s".formatted(name, value, answer));
    }
  }

  /** Fails unless the file allows an answer of {@code status} with {@code body}. */
  public void check(String method, String resource, int status, String body) {
    var route = method + " " + resource;
    if (!routes().contains(route)) {
      unknownRoute(route, status, body);
      return;
    }
    var problems = file.problems(method, resource, status, parsed(route, body));
    if (problems.nonEmpty()) {
      throw new AssertionError(
          "openapi.yaml does not allow this answer to %s:%n%d %s%n%s"
              .formatted(route, status, body, problems.mkString("\n")));
    }
  }

  /** The one thing that may be said of a route that is not in the file. */
  private static void unknownRoute(String route, int status, String body) {
    var json = parsed(route, body);
    if (status != 404
        || !json.path("error").asText().equals("NOT_FOUND")
        || json.path("message").asText().isBlank()) {
      throw new AssertionError(
          "%s is not in openapi.yaml, yet answers %d %s".formatted(route, status, body));
    }
  }

  private static JsonNode parsed(String route, String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(
          "The body of the answer to %s is no JSON: %s".formatted(route, body));
    }
  }

  /** The names of the query parameters of a documented route. */
  public List<String> queryParameters(String method, String resource) {
    return Vector.ofAll(file.operation(method, resource).path("parameters"))
        .filter(parameter -> parameter.path("in").asText().equals("query"))
        .map(parameter -> parameter.path("name").asText())
        .asJava();
  }
}
