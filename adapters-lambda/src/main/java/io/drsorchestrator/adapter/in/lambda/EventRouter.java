package io.drsorchestrator.adapter.in.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.adapter.in.api.ApiResponse;
import io.drsorchestrator.adapter.in.api.HttpApi;
import io.drsorchestrator.adapter.in.request.InvalidRequestException;
import io.drsorchestrator.adapter.in.request.Payload;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.domain.execution.WorkflowArn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Which event means what, most specific first (design section 4). */
final class EventRouter {

  /** What {@code find} leaves unused of an invocation, to finish what it has begun. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final StepFunctionsCaller stepFunctions;
  private final DirectCaller direct;
  private final HttpApi api;
  private final InstantSource clock;

  EventRouter(UseCases useCases, HttpApi api, InstantSource clock) {
    this.stepFunctions = new StepFunctionsCaller(useCases);
    this.direct = new DirectCaller(useCases);
    this.api = api;
    this.clock = clock;
  }

  JsonNode route(JsonNode event, Instant invocationEnds) {
    if (event.path("worker").asBoolean()) {
      return direct.work(new Payload(event));
    }
    if (event.hasNonNull("operation")) {
      return operation(event, invocationEnds);
    }
    if (event.path("source").asText().equals("aws.events")) {
      return direct.find(invocationEnds.minus(MARGIN));
    }
    if (event.path("source").asText().equals("aws.states")) {
      return direct.workflowChanged(new StatusChange(event.path("detail")));
    }
    if (event.hasNonNull("httpMethod")) {
      return api.handle(event);
    }
    throw new InvalidRequestException(
        "INVALID_INVOCATION",
        "The event has no operation (%s), is no schedule, no status change of a workflow and no API Gateway request"
            .formatted(Operation.names(Operation.all()).mkString(", ")));
  }

  private JsonNode operation(JsonNode event, Instant invocationEnds) {
    var payload = new Payload(event);
    var operation = Operation.of(event);
    return payload
        .workflow()
        .map(workflow -> forWorkflow(operation, payload, workflow, invocationEnds))
        .getOrElse(() -> forDirectCaller(operation, payload, invocationEnds));
  }

  private JsonNode forWorkflow(
      Operation operation, Payload payload, WorkflowArn workflow, Instant invocationEnds) {
    var decision =
        switch (operation) {
          case CREATE -> stepFunctions.create(payload, workflow);
          case START_WAVE -> stepFunctions.startWave(payload, invocationEnds);
          case POLL -> stepFunctions.poll(payload);
          case PAUSE -> stepFunctions.pause(payload, workflow);
          case RESUME -> stepFunctions.resume(payload, workflow);
          case UPDATE ->
              payload.isGivingUp()
                  ? stepFunctions.giveUp(payload, workflow)
                  : stepFunctions.update(payload);
          case FINALIZE -> stepFunctions.finalizeExecution(payload, workflow);
          case PREFLIGHT, FIND, CANCEL ->
              throw InvalidRequestException.unknownOperation(
                  operation.wireName(), Operation.names(Operation.ofWorkflows()));
        };
    return DecisionJson.of(decision, operation == Operation.UPDATE ? payload.reReads() + 1 : 0);
  }

  private JsonNode forDirectCaller(Operation operation, Payload payload, Instant invocationEnds) {
    var now = clock.instant();
    return switch (operation) {
      case CREATE -> direct.create(payload, now);
      case PREFLIGHT -> direct.preflight(payload, now);
      case FIND -> direct.find(invocationEnds.minus(MARGIN));
      case POLL -> direct.poll(payload);
      case UPDATE -> direct.update(payload);
      case PAUSE -> direct.pause(payload, now);
      case RESUME -> direct.resume(payload, now);
      case CANCEL -> direct.cancel(payload, now);
      case FINALIZE -> direct.finalizeExecution();
      case START_WAVE ->
          ApiResponse.error(403, "START_WAVE_NOT_ALLOWED", "Only a workflow can start waves");
    };
  }
}
