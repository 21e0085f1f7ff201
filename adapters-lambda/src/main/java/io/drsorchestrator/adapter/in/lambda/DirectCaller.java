package io.drsorchestrator.adapter.in.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.api.ApiResponse;
import io.drsorchestrator.adapter.in.api.CommandAnswer;
import io.drsorchestrator.adapter.in.api.Commands;
import io.drsorchestrator.adapter.in.request.Payload;
import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.create.StartPlan;
import io.drsorchestrator.application.create.StartRefusal;
import io.drsorchestrator.application.find.FindExecutions.Found;
import java.time.Instant;

/**
 * The operations as a person or program calls them: successes are plain objects, errors have the
 * shape of an API Gateway answer (contract 4). None of them can finalize.
 */
final class DirectCaller {

  private final UseCases useCases;
  private final Commands commands;

  DirectCaller(UseCases useCases) {
    this.useCases = useCases;
    this.commands = new Commands(useCases);
  }

  JsonNode create(Payload payload) {
    var command =
        new StartPlan(
            payload.givenExecutionId(),
            payload.planId(),
            payload.executionType(),
            payload.initiatedBy(),
            payload.accountContext());
    return useCases.create().create(command).fold(DirectCaller::refused, DirectCaller::success);
  }

  private static ObjectNode refused(StartRefusal refusal) {
    return ApiResponse.error(400, refusal.code(), refusal.message());
  }

  JsonNode poll(Payload payload) {
    return success(useCases.poll().poll(payload.executionId()));
  }

  JsonNode update(Payload payload) {
    return success(useCases.update().update(payload.executionId()));
  }

  JsonNode pause(Payload payload, Instant now) {
    return answer(commands.pause(payload.executionId(), payload.request(now)));
  }

  JsonNode resume(Payload payload, Instant now) {
    return answer(commands.resume(payload.executionId(), payload.request(now)));
  }

  JsonNode cancel(Payload payload, Instant now) {
    return answer(commands.cancel(payload.executionId(), payload.request(now)));
  }

  JsonNode finalizeExecution() {
    return ApiResponse.error(
        403, "FINALIZE_NOT_ALLOWED", "Only the workflow of an execution can finalize it");
  }

  JsonNode find(Instant deadline) {
    var found = useCases.find().find(deadline);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("statusCode", 200);
    json.put("executionsFound", found.size());
    json.put("executionsPolled", found.count(one -> one.result().isRight()));
    var results = json.putArray("results");
    found.forEach(one -> result(results.addObject(), one));
    return json;
  }

  private static void result(ObjectNode json, Found found) {
    json.put("executionId", found.id().value());
    json.put("success", found.result().isRight());
    found.result().peek(status -> json.put("status", status.name()));
    found.result().peekLeft(error -> json.put("error", error));
  }

  /** A workflow that ended without success: what it left open is recorded (NFR-1.2, D9). */
  JsonNode workflowChanged(StatusChange change) {
    return change.isUnsuccessfulEnd()
        ? success(
            useCases
                .update()
                .workflowEnded(change.executionId(), change.workflow(), change.cause()))
        : JsonNodeFactory.instance.objectNode().put("statusCode", 200);
  }

  /** What the HTTP API answers, and the decision where the command is on record. */
  private static JsonNode answer(CommandAnswer answer) {
    var body =
        answer.isAccepted()
            ? success(answer.decision()).<ObjectNode>setAll(answer.body())
            : answer.body();
    return ApiResponse.of(answer.statusCode(), body);
  }

  private static ObjectNode success(Decision decision) {
    return DecisionJson.forDirectCaller(decision);
  }
}
