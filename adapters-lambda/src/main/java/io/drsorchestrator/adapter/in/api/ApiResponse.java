package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.request.InvalidRequestException;
import io.drsorchestrator.adapter.in.request.Words;
import io.drsorchestrator.application.ExecutionNotFoundException;

/** An answer in the shape that API Gateway expects (contract 3.1, 3.2). */
public final class ApiResponse {

  private ApiResponse() {}

  /** An answer; the message of an error, which can hold what was sent, is made harmless. */
  public static ObjectNode of(int statusCode, ObjectNode body) {
    if (statusCode >= 400) {
      body.put("message", Words.harmless(body.path("message").asText()));
    }
    var response = JsonNodeFactory.instance.objectNode();
    response.put("statusCode", statusCode);
    response.put("isBase64Encoded", false);
    response
        .putObject("headers")
        .put("Content-Type", "application/json")
        .put("Access-Control-Allow-Origin", "*")
        .put("Access-Control-Allow-Headers", "Content-Type,Authorization")
        .put("Access-Control-Allow-Methods", "GET,POST,PUT,DELETE,OPTIONS");
    response.put("body", body.toString());
    return response;
  }

  /** What is wrong with a request, and which operations there are if that is what is wrong. */
  public static ObjectNode badRequest(InvalidRequestException refusal) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("error", refusal.code())
            .put("message", refusal.getMessage());
    if (refusal.supportedOperations().nonEmpty()) {
      refusal.supportedOperations().forEach(body.putArray("supportedOperations")::add);
    }
    return of(400, body);
  }

  /** No execution of the id that was asked for (contract 3.2). */
  public static ObjectNode notFound(ExecutionNotFoundException fault) {
    return of(
        404,
        JsonNodeFactory.instance
            .objectNode()
            .put("error", "EXECUTION_NOT_FOUND")
            .put("message", fault.getMessage())
            .put("executionId", fault.id().value()));
  }

  /** A flat error that always has a {@code message} (contract 3.2). */
  public static ObjectNode error(int statusCode, String code, String message) {
    return of(
        statusCode,
        JsonNodeFactory.instance.objectNode().put("error", code).put("message", message));
  }
}
