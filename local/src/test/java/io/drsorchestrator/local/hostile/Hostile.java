package io.drsorchestrator.local.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * A request that means harm. Unless it says otherwise its caller may do everything, so that nothing
 * but the attack is what is refused; its headers hold a credential and forged lines of the log.
 *
 * @param statuses how it may be answered
 */
record Hostile(String name, ObjectNode event, Set<Integer> statuses) {

  static final String SECRET = "s3cr3t-t0ken";
  static final String FORGED = "2026-01-26T12:00:00.000Z INFO lifecycle - execution=forged";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A request of {@code route} that is all right so far. */
  static Hostile on(String route) {
    var event = JsonNodeFactory.instance.objectNode();
    var parts = route.split(" ", 2);
    event.put("httpMethod", parts[0]).put("resource", parts[1]).put("path", parts[1]);
    event
        .putObject("headers")
        .put("Authorization", "Bearer " + SECRET + "\n" + FORGED)
        .put("X-Forwarded-For", "\u001b[2J\n" + FORGED);
    event.putNull("queryStringParameters").putNull("stageVariables").putNull("body");
    event
        .putObject("pathParameters")
        .put("id", parts[1].startsWith("/recovery-plans") ? Targets.PLAN : Targets.PAUSED);
    return new Hostile(route, event, Set.of(400))
        .by("{'email':'mallory@x','cognito:groups':'DRSOrchestrationAdmin'}");
  }

  Hostile named(String what) {
    return new Hostile(name + ": " + what, event, statuses);
  }

  Hostile answered(Integer... allowed) {
    return new Hostile(name, event, Set.of(allowed));
  }

  Hostile by(String claims) {
    return by(json(claims));
  }

  Hostile by(JsonNode claims) {
    event.putObject("requestContext").putObject("authorizer").set("claims", claims);
    return this;
  }

  String route() {
    return event.path("httpMethod").asText() + " " + event.path("resource").asText();
  }

  Hostile id(String json) {
    return path(json(json));
  }

  private Hostile path(JsonNode id) {
    event.putObject("pathParameters").set("id", id);
    return this;
  }

  Hostile idText(String id) {
    return path(JsonNodeFactory.instance.textNode(id));
  }

  Hostile query(String parameter, JsonNode value) {
    var query = JsonNodeFactory.instance.objectNode();
    query.set(parameter, value);
    event.set("queryStringParameters", query);
    return this;
  }

  Hostile query(String parameter, String value) {
    return query(parameter, JsonNodeFactory.instance.textNode(value));
  }

  Hostile and(String parameter, String value) {
    ((ObjectNode) event.path("queryStringParameters")).put(parameter, value);
    return this;
  }

  Hostile body(String body) {
    event.put("body", body);
    return this;
  }

  static JsonNode json(String withSingleQuotes) {
    try {
      return MAPPER.readTree(withSingleQuotes.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(withSingleQuotes, e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
