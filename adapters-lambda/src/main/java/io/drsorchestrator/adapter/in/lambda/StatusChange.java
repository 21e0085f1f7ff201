package io.drsorchestrator.adapter.in.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.adapter.in.request.Payload;
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
    return payload().required("name", ExecutionId::new);
  }

  WorkflowArn workflow() {
    return payload().required("executionArn", WorkflowArn::new);
  }

  private Payload payload() {
    return new Payload(detail, "detail.");
  }

  FailureCause cause() {
    var error = new CaughtError(detail.path("error").asText(""), detail.path("cause").asText(""));
    return new FailureCause(
        FailureCause.WORKFLOW_ENDED,
        "The workflow ended (%s): %s".formatted(detail.path("status").asText(), error.inWords()));
  }
}
