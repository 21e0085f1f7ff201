package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.create.Started;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.time.InstantSource;

/** Contract 3.3: starting a recovery plan. */
final class StartEndpoints {

  private final UseCases useCases;
  private final InstantSource clock;

  StartEndpoints(UseCases useCases, InstantSource clock) {
    this.useCases = useCases;
    this.clock = clock;
  }

  Map<String, Route> routes() {
    return LinkedHashMap.of(
        "POST /executions",
        Route.needing(
            Permission.START_RECOVERY, request -> start(request, request.body().givenPlanId())),
        "POST /recovery-plans/{id}/execute",
        Route.needing(
            Permission.START_RECOVERY, request -> start(request, Option.some(request.planId()))),
        "POST /recovery-plans/{id}/preflight",
        Route.needing(Permission.START_RECOVERY, this::preflight));
  }

  /**
   * It shows nothing that readers may not see. But it asks DRS as much as a start does, whose calls
   * are few a second in an account: a recovery needs them more.
   */
  private ObjectNode preflight(ApiRequest request) {
    return StartRequest.preflight(
            request.body(), Option.some(request.planId()), request.command(clock.instant()))
        .map(command -> PreflightJson.answer(useCases.preflight().check(command)))
        .fold(refused -> refused, answer -> answer);
  }

  private ObjectNode start(ApiRequest request, Option<PlanId> plan) {
    return StartRequest.read(request.body(), plan, request.command(clock.instant()))
        .flatMap(command -> useCases.create().create(command).mapLeft(StartRefusals::answer))
        .fold(refused -> refused, StartEndpoints::accepted);
  }

  private static ObjectNode accepted(Started started) {
    return StartRefusals.workflowFault(started).getOrElse(() -> ApiResponse.of(202, body(started)));
  }

  /** What was accepted was PENDING, however far the workflow has got since. */
  private static ObjectNode body(Started started) {
    var id = started.decision().key().executionId().value();
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("executionId", id)
            .put("status", ExecutionStatus.PENDING.name())
            .put("message", "Execution started - check status with GET /executions/{id}")
            .put("statusUrl", "/executions/" + id);
    started.warnings().forEach(body.putArray("warnings")::add);
    return body;
  }
}
