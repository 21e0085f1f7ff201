package io.drsorchestrator.adapter.in.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.FailureCause;
import io.drsorchestrator.domain.execution.WorkflowArn;
import java.util.Set;

/** The detail of EventBridge's "Step Functions Execution Status Change". */
record StatusChange(JsonNode detail) {

  private static final Set<String> UNSUCCESSFUL = Set.of("FAILED", "TIMED_OUT", "ABORTED");

  boolean isUnsuccessfulEnd() {
    return UNSUCCESSFUL.contains(detail.path("status").asText());
  }

  /** A workflow has the name of its execution. */
  ExecutionId executionId() {
    return new ExecutionId(detail.path("name").asText());
  }

  WorkflowArn workflow() {
    return new WorkflowArn(detail.path("executionArn").asText());
  }

  FailureCause cause() {
    var message =
        "The workflow ended (%s): %s %s"
            .formatted(
                detail.path("status").asText(),
                detail.path("error").asText(""),
                detail.path("cause").asText(""));
    return new FailureCause(FailureCause.WORKFLOW_ENDED, message.strip());
  }
}
