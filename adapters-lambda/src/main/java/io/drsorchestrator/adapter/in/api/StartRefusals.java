package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.create.LimitRefusal;
import io.drsorchestrator.application.create.PlanRefusal.NoWaves;
import io.drsorchestrator.application.create.PlanRefusal.PlanNotFound;
import io.drsorchestrator.application.create.ServerConflict;
import io.drsorchestrator.application.create.StartRefusal;
import io.drsorchestrator.application.create.StartRefusal.AlreadyExecuting;
import io.drsorchestrator.application.create.StartRefusal.ExecutionIdTaken;
import io.drsorchestrator.application.create.StartRefusal.StartInProgress;
import io.drsorchestrator.application.create.Started;
import io.vavr.control.Option;

/** Why a plan is not started, as callers are told (contract 3.3). */
public final class StartRefusals {

  private StartRefusals() {}

  public static ObjectNode answer(StartRefusal refusal) {
    return ApiResponse.of(status(refusal), body(refusal));
  }

  /** The execution is on record, and nothing will ever run it. */
  public static Option<ObjectNode> workflowFault(Started started) {
    return started
        .fault()
        .map(
            fault ->
                ApiResponse.of(
                    500,
                    JsonNodeFactory.instance
                        .objectNode()
                        .put("error", "Failed to start execution worker: " + fault)
                        .put("message", "Failed to start execution worker: " + fault)
                        .put("executionId", started.decision().key().executionId().value())));
  }

  private static int status(StartRefusal refusal) {
    return switch (refusal.kind()) {
      case INVALID -> 400;
      case UNKNOWN_PLAN -> 404;
      case CONFLICT -> 409;
      case LIMIT -> 429;
      case UNAVAILABLE -> 503;
    };
  }

  static ObjectNode body(StartRefusal refusal) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("error", refusal.code())
            .put("message", refusal.message());
    if (refusal instanceof ServerConflict conflict) {
      ServerConflictJson.add(conflict, body);
    } else if (refusal instanceof LimitRefusal limit) {
      LimitJson.add(limit, body);
    } else {
      addPlan(refusal, body);
    }
    return body;
  }

  private static void addPlan(StartRefusal refusal, ObjectNode body) {
    if (refusal instanceof PlanNotFound unknown) {
      body.put("planId", unknown.plan().value());
    } else if (refusal instanceof NoWaves empty) {
      body.put("planId", empty.plan().value()).put("planName", empty.planName());
    } else if (refusal instanceof AlreadyExecuting running) {
      running.active().forEach(id -> body.withArray("activeExecutions").add(id.value()));
      body.put("planId", running.plan().value());
    } else if (refusal instanceof StartInProgress other) {
      body.put("planId", other.plan().value());
      other.by().forEach(id -> body.put("executionId", id.value()));
    } else if (refusal instanceof ExecutionIdTaken taken) {
      body.put("executionId", taken.id().value());
    }
  }
}
