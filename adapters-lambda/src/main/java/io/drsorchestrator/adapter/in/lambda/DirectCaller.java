package io.drsorchestrator.adapter.in.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.api.ApiResponse;
import io.drsorchestrator.adapter.in.api.CommandAnswer;
import io.drsorchestrator.adapter.in.api.Commands;
import io.drsorchestrator.adapter.in.api.PreflightJson;
import io.drsorchestrator.adapter.in.api.StartRefusals;
import io.drsorchestrator.adapter.in.api.StartRequest;
import io.drsorchestrator.adapter.in.request.Payload;
import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.create.Started;
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

  /** What is refused is refused as it is over HTTP. */
  JsonNode create(Payload payload, Instant now) {
    return StartRequest.read(payload, payload.givenPlanId(), payload.request(now))
        .flatMap(command -> useCases.create().create(command).mapLeft(StartRefusals::answer))
        .fold(refused -> refused, DirectCaller::started);
  }

  /** What would stop or slow that start; nothing is written. */
  JsonNode preflight(Payload payload, Instant now) {
    return StartRequest.preflight(payload, payload.givenPlanId(), payload.request(now))
        .map(command -> PreflightJson.direct(useCases.preflight().check(command)))
        .fold(refused -> refused, answer -> answer);
  }

  private static ObjectNode started(Started started) {
    return StartRefusals.workflowFault(started)
        .getOrElse(
            () -> {
              var json = success(started.decision());
              started.warnings().forEach(json.putArray("warnings")::add);
              return json;
            });
  }

  /** The asynchronous half of a start, as the old system has it: it may arrive more than once. */
  JsonNode work(Payload payload) {
    var unused = useCases.startWorkflow().startIfMissing(payload.executionId());
    return JsonNodeFactory.instance
        .objectNode()
        .put("statusCode", 200)
        .put("body", "Worker completed");
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
    FindLog.write(found);
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
