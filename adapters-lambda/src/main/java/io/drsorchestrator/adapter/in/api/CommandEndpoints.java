package io.drsorchestrator.adapter.in.api;

import static io.drsorchestrator.adapter.in.api.Permission.START_RECOVERY;
import static io.drsorchestrator.adapter.in.api.Permission.STOP_RECOVERY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.vavr.Function2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import java.time.InstantSource;

/** Contract 3.6 to 3.8. */
final class CommandEndpoints {

  private final Commands commands;
  private final InstantSource clock;

  CommandEndpoints(UseCases useCases, InstantSource clock) {
    this.commands = new Commands(useCases);
    this.clock = clock;
  }

  Map<String, Route> routes() {
    return LinkedHashMap.of(
        "POST /executions/{id}/cancel", command(STOP_RECOVERY, commands::cancel),
        "POST /executions/{id}/pause", command(STOP_RECOVERY, commands::pause),
        "POST /executions/{id}/resume", command(START_RECOVERY, commands::resume));
  }

  private Route command(
      Permission permission, Function2<ExecutionId, OperatorRequest, CommandAnswer> command) {
    return Route.needing(permission, request -> answer(command, request));
  }

  private ObjectNode answer(
      Function2<ExecutionId, OperatorRequest, CommandAnswer> command, ApiRequest request) {
    var answer = command.apply(request.executionId(), request.command(clock.instant()));
    return ApiResponse.of(answer.statusCode(), answer.body());
  }
}
