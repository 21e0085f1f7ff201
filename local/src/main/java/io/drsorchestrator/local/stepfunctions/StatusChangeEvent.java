package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.asl.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The detail of EventBridge's "Step Functions Execution Status Change". */
public final class StatusChangeEvent {
  private StatusChangeEvent() {}

  /** The detail for {@code execution}, with null for what does not exist yet. */
  public static ObjectNode detail(ExecutionSnapshot execution) {
    return Json.object()
        .put("executionArn", execution.executionArn())
        .put("stateMachineArn", execution.machine().arn())
        .put("name", execution.name())
        .put("status", execution.status().name())
        .put("startDate", execution.startDate().toEpochMilli())
        .put("stopDate", millis(execution.stopDate().orElse(null)))
        .put("input", execution.input())
        .put("output", execution.output().orElse(null))
        .put("error", execution.error().orElse(null))
        .put("cause", execution.cause().orElse(null));
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }
}
