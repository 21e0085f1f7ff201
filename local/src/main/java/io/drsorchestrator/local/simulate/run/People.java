package io.drsorchestrator.local.simulate.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.asl.Json;
import io.drsorchestrator.local.simulate.judge.Acknowledged;
import io.drsorchestrator.local.simulate.judge.History;
import io.drsorchestrator.local.simulate.scenario.Operation;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Operators, who call over HTTP, and try a start again until they get an answer. */
final class People {

  static final String EXECUTION = "execution-1";

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int TRIES = 30;

  private final Lambda lambda;
  private final History history;
  private final String planId;

  People(Lambda lambda, History history, String planId) {
    this.lambda = lambda;
    this.history = history;
    this.planId = planId;
  }

  String planId() {
    return planId;
  }

  /** Until it is accepted, or refused for good; {@code isWanted} says whether still to try. */
  void create(String executionId, int tries, BooleanSupplier isWanted) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("planId", planId)
            .put("executionType", "DRILL")
            .put("initiatedBy", "simulation");
    if (!executionId.isEmpty()) {
      body.put("executionId", executionId);
    }
    var event = event("/executions", body);
    send(
        Operation.CREATE,
        executionId,
        event,
        answer -> {
          int status = answer.path("statusCode").asInt();
          boolean mayHelp = status == 0 || status >= 500 || status == 409;
          if (mayHelp && tries < TRIES && isWanted.getAsBoolean()) {
            lambda.after(PATIENCE, () -> create(executionId, tries + 1, isWanted));
          }
        });
  }

  void click(Operation operation, String executionId) {
    var event =
        event(
            "/executions/{id}/" + operation.name().toLowerCase(Locale.ROOT),
            JsonNodeFactory.instance.objectNode().put("reason", "simulation"));
    event.putObject("pathParameters").put("id", executionId);
    send(operation, executionId, event, answer -> {});
  }

  private static ObjectNode event(String resource, ObjectNode body) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("httpMethod", "POST").put("resource", resource).put("body", body.toString());
    event
        .putObject("requestContext")
        .putObject("authorizer")
        .putObject("claims")
        .put("email", "operator@example.com");
    return event;
  }

  private void send(
      Operation operation,
      String executionId,
      ObjectNode event,
      java.util.function.Consumer<JsonNode> then) {
    int from = history.writes();
    var asked =
        new Acknowledged(operation, executionId, from, from, JsonNodeFactory.instance.objectNode());
    history.asked(asked);
    lambda.invoke(
        Machines.FUNCTION,
        event.toString(),
        result -> {
          var answer = answer(result);
          history.answered(
              new Acknowledged(operation, executionId, from, history.writes(), answer));
          then.accept(answer);
        });
  }

  /** Nothing where there is no answer. */
  private static JsonNode answer(InvocationResult result) {
    return result instanceof InvocationResult.Answer answer
        ? Json.parse(answer.payloadJson()).orElseThrow()
        : JsonNodeFactory.instance.objectNode();
  }
}
