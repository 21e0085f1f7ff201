package io.drsorchestrator.adapter.in.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.api.ApiResponse;
import io.drsorchestrator.adapter.in.api.StartRefusals;
import io.drsorchestrator.adapter.in.api.StartRequest;
import io.drsorchestrator.adapter.in.request.Payload;
import io.drsorchestrator.application.Answer;
import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.create.Started;
import io.drsorchestrator.application.find.FindExecutions.Found;
import io.drsorchestrator.domain.execution.LifecycleViolation;
import io.drsorchestrator.domain.execution.LifecycleViolation.AlreadyRequested;
import java.time.Instant;

/**
 * The operations as a person or program calls them: successes are plain objects, errors have the
 * shape of an API Gateway answer (contract 4). None of them can finalize.
 */
final class DirectCaller {

  private final UseCases useCases;

  DirectCaller(UseCases useCases) {
    this.useCases = useCases;
  }

  /** What is refused is refused as it is over HTTP. */
  JsonNode create(Payload payload, Instant now) {
    return StartRequest.read(payload, payload.givenPlanId(), payload.request(now))
        .flatMap(command -> useCases.create().create(command).mapLeft(StartRefusals::answer))
        .fold(refused -> refused, DirectCaller::started);
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

  /** The wish is stored; the answer tells when it takes effect (contract 3.7). */
  JsonNode pause(Payload payload, Instant now) {
    return answer(
        useCases.pause().request(payload.executionId(), payload.request(now)),
        "PAUSE_PENDING",
        "EXECUTION_NOT_PAUSABLE");
  }

  JsonNode resume(Payload payload, Instant now) {
    return answer(
        useCases.resume().request(payload.executionId(), payload.request(now)),
        "RESUMING",
        "EXECUTION_NOT_RESUMABLE");
  }

  JsonNode cancel(Payload payload, Instant now) {
    var answer = useCases.cancel().cancel(payload.executionId(), payload.request(now));
    return answer(answer, answer.decision().status().name(), "EXECUTION_NOT_CANCELLABLE");
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

  /** A repeated wish is answered like the first one (D15). */
  private static JsonNode answer(Answer answer, String status, String code) {
    return answer
        .refusal()
        .filter(refusal -> !(refusal instanceof AlreadyRequested))
        .<JsonNode>map(refusal -> refused(answer.decision(), refusal, code))
        .getOrElse(() -> ApiResponse.of(200, success(answer.decision()).put("status", status)));
  }

  private static ObjectNode refused(Decision decision, LifecycleViolation refusal, String code) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("error", code)
            .put("message", refusal.reason())
            .put("currentStatus", decision.status().name())
            .put("executionId", decision.key().executionId().value());
    return ApiResponse.of(400, body);
  }

  private static ObjectNode success(Decision decision) {
    return DecisionJson.forDirectCaller(decision);
  }
}
