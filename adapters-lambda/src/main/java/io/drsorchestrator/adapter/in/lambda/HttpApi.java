package io.drsorchestrator.adapter.in.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.domain.execution.ExecutionId;

/** The HTTP API behind API Gateway (contract 3), by resource path and method, exactly (D36). */
final class HttpApi {

  private final UseCases useCases;
  private final ObjectMapper mapper;

  HttpApi(UseCases useCases, ObjectMapper mapper) {
    this.useCases = useCases;
    this.mapper = mapper;
  }

  JsonNode handle(JsonNode event) {
    var route = event.path("httpMethod").asText() + " " + event.path("resource").asText();
    return switch (route) {
      case "GET /executions/{id}" -> details(event);
      default -> ApiResponse.error(404, "NOT_FOUND", "No handler for " + route);
    };
  }

  private JsonNode details(JsonNode event) {
    return ApiResponse.of(200, mapper.valueToTree(useCases.read().read(executionId(event))));
  }

  /** The id, or the last part of a workflow's ARN (contract 3.5). */
  private static ExecutionId executionId(JsonNode event) {
    return new Payload(event.path("pathParameters"), "pathParameters.")
        .required("id", id -> new ExecutionId(id.substring(id.lastIndexOf(':') + 1)));
  }
}
