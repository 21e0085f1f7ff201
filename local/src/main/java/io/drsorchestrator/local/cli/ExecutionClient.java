package io.drsorchestrator.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.system.LocalSystem;

/** One execution as its operator sees and steers it: through the Lambda function only. */
final class ExecutionClient {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final LocalSystem system;
  private final String executionId;
  private final String planId;

  private ExecutionClient(LocalSystem system, String executionId, String planId) {
    this.system = system;
    this.executionId = executionId;
    this.planId = planId;
  }

  static ExecutionClient start(LocalSystem system, String planId, String type, String initiatedBy) {
    var answer =
        system.invoke(
            operation("create")
                .put("planId", planId)
                .put("executionType", type)
                .put("initiatedBy", initiatedBy));
    if (answer.path("statusCode").asInt() != 200) {
      throw new IllegalStateException("The plan was not started: " + answer.path("body").asText());
    }
    return new ExecutionClient(system, answer.path("executionId").asText(), planId);
  }

  String executionId() {
    return executionId;
  }

  /** The document of GET /executions/{id}. */
  JsonNode details() {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("httpMethod", "GET");
    event.put("resource", "/executions/{id}");
    event.put("path", "/executions/" + executionId);
    event.putObject("pathParameters").put("id", executionId);
    return body(system.invoke(event));
  }

  void resume(String by) {
    command("resume", by);
  }

  void cancel(String by) {
    command("cancel", by);
  }

  private void command(String name, String by) {
    var answer = system.invoke(mine(operation(name)).put("requestedBy", by));
    if (answer.path("statusCode").asInt() != 200) {
      throw new IllegalStateException(name + " was refused: " + answer.path("body").asText());
    }
  }

  private ObjectNode mine(ObjectNode payload) {
    return payload.put("executionId", executionId).put("planId", planId);
  }

  private static ObjectNode operation(String name) {
    return JsonNodeFactory.instance.objectNode().put("operation", name);
  }

  private static JsonNode body(JsonNode answer) {
    try {
      return MAPPER.readTree(answer.path("body").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The answer is not JSON: " + answer, e);
    }
  }
}
