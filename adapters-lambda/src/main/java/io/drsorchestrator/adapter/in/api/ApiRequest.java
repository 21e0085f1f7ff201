package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.adapter.in.request.InvalidRequestException;
import io.drsorchestrator.adapter.in.request.Payload;
import io.drsorchestrator.application.ExecutionNotFoundException;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * A request of the HTTP API as API Gateway's proxy event tells it. Maps that are empty are null
 * there; headers are never read, so that none can be logged.
 */
record ApiRequest(JsonNode event) {

  private static final int MOST_PARAMETERS = 50;
  private static final int LONGEST_PARAMETER = 8 * 1024;
  private static final String LOCK = "execution-lock-";

  /** Method and resource, such as {@code GET /executions/{id}}: exact, never a prefix (D36). */
  String route() {
    return event.path("httpMethod").asText() + " " + event.path("resource").asText();
  }

  /** What a person who took a wrong way recognizes: the method and the path. */
  String asked() {
    var path = event.path("path").isTextual() ? event.path("path") : event.path("resource");
    return event.path("httpMethod").asText() + " " + path.asText();
  }

  Caller caller() {
    return Caller.of(event);
  }

  /**
   * Whatever the route reads of it, a request that is too large or no JSON is refused, and so is
   * one whose query API Gateway cannot have sent.
   */
  void check() {
    var query = event.path("queryStringParameters");
    if (query.size() > MOST_PARAMETERS) {
      throw new InvalidRequestException(
          "INVALID_PARAMETER",
          "There are %d query parameters, allowed are %d".formatted(query.size(), MOST_PARAMETERS));
    }
    queryNames().forEach(this::query);
    body();
  }

  /** The id, or the last part of a workflow's ARN (contract 3.5). A lock is no execution (D22). */
  ExecutionId executionId() {
    var id = path("Missing execution ID").required("id", PathText::executionId);
    if (id.value().startsWith(LOCK)) {
      throw new ExecutionNotFoundException(id);
    }
    return id;
  }

  PlanId planId() {
    return path("Missing plan ID").required("id", PathText::planId);
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
    return new Payload(event.path("queryStringParameters"), "queryStringParameters.")
        .text(name, LONGEST_PARAMETER);
  }

  /** The query parameters that there are, blank ones included. */
  Vector<String> queryNames() {
    return Vector.ofAll(() -> event.path("queryStringParameters").fieldNames());
  }

  /** The body, a JSON object; an empty one if there is none. */
  Payload body() {
    return new Payload(ApiBody.of(event));
  }

  /** The command as it is kept with the execution: who gives it, and the optional reason. */
  OperatorRequest command(Instant now) {
    return new OperatorRequest(caller().name(), body().reason(), now);
  }
}
