package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.UseCases;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;

/** List and details (contract 3.4, 3.5): they read DynamoDB and nothing else (D35). */
final class ReadEndpoints {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final UseCases useCases;

  ReadEndpoints(UseCases useCases) {
    this.useCases = useCases;
  }

  Map<String, Route> routes() {
    return LinkedHashMap.of("GET /executions/{id}", Route.reading(this::details));
  }

  private ObjectNode details(ApiRequest request) {
    var execution = useCases.read().read(request.executionId());
    return ApiResponse.of(200, MAPPER.valueToTree(execution));
  }
}
