package io.drsorchestrator.adapter.in.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An answer in the shape that API Gateway expects (contract 3.1, 3.2). */
final class ApiResponse {

  private ApiResponse() {}

  static ObjectNode of(int statusCode, JsonNode body) {
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

  /** A flat error that always has a {@code message} (contract 3.2). */
  static ObjectNode error(int statusCode, String code, String message) {
    return of(
        statusCode,
        JsonNodeFactory.instance.objectNode().put("error", code).put("message", message));
  }
}
