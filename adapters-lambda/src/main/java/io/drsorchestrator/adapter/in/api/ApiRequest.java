package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drsorchestrator.adapter.in.request.InvalidRequestException;
import io.drsorchestrator.adapter.in.request.Payload;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * A request of the HTTP API as API Gateway's proxy event tells it. Maps that are empty are null
 * there; headers are never read, so that none can be logged.
 */
record ApiRequest(JsonNode event) {

  private static final int LARGEST_BODY = 64 * 1024;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** Method and resource, such as {@code GET /executions/{id}}: exact, never a prefix (D36). */
  String route() {
    return event.path("httpMethod").asText() + " " + event.path("resource").asText();
  }

  Caller caller() {
    return Caller.of(event);
  }

  /** The id, or the last part of a workflow's ARN (contract 3.5). */
  ExecutionId executionId() {
    return path("Missing execution ID")
        .required("id", id -> new ExecutionId(id.substring(id.lastIndexOf(':') + 1)));
  }

  PlanId planId() {
    return path("Missing plan ID").required("id", PlanId::new);
  }

  private Payload path(String missing) {
    var parameters = event.path("pathParameters");
    if (!parameters.hasNonNull("id")) {
      throw new InvalidRequestException(missing, missing);
    }
    return new Payload(parameters, "pathParameters.");
  }

  /** A query parameter that is not blank. */
  Option<String> query(String name) {
    return Option.of(event.path("queryStringParameters").path(name).textValue())
        .filter(value -> !value.isBlank());
  }

  /** The query parameters that there are, blank ones included. */
  Vector<String> queryNames() {
    return Vector.ofAll(() -> event.path("queryStringParameters").fieldNames());
  }

  /** The body, a JSON object; an empty one if there is none. */
  Payload body() {
    var text = text();
    return new Payload(text.isBlank() ? MAPPER.createObjectNode() : object(text));
  }

  private String text() {
    var body = event.path("body").asText("");
    var text = event.path("isBase64Encoded").asBoolean() ? decoded(body) : body;
    if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_BODY) {
      throw new ApiRefusedException(
          413,
          "PAYLOAD_TOO_LARGE",
          "The body has more than the allowed %d bytes".formatted(LARGEST_BODY));
    }
    return text;
  }

  private static String decoded(String body) {
    try {
      return new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw invalidBody("it is not base64");
    }
  }

  private static JsonNode object(String text) {
    try {
      var body = MAPPER.readTree(text);
      if (body.isObject()) {
        return body;
      }
    } catch (JsonProcessingException e) {
      throw invalidBody("it cannot be parsed");
    }
    throw invalidBody("it is no object");
  }

  private static InvalidRequestException invalidBody(String why) {
    var code = "Invalid JSON in request body";
    return new InvalidRequestException(code, code + ": " + why);
  }

  /** The command as it is kept with the execution: who gives it, and the optional reason. */
  OperatorRequest command(Instant now) {
    return new OperatorRequest(caller().name(), body().text("reason"), now);
  }
}
