package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.Decision;
import io.drsorchestrator.domain.execution.LifecycleViolation;
import java.util.List;

/**
 * What an operator is told of a command. Whoever loses a race is told the state that won.
 *
 * @param decision where the execution is
 */
public record CommandAnswer(int statusCode, Decision decision, ObjectNode body) {

  /** The command is on record. */
  static CommandAnswer accepted(Decision decision, String status, String message) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("executionId", decision.key().executionId().value())
            .put("status", status)
            .put("message", message);
    return new CommandAnswer(200, decision, body);
  }

  /** The command changed nothing. */
  static CommandAnswer refused(Decision decision, String code, LifecycleViolation refusal) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("error", code)
            .put("message", refusal.reason())
            .put("reason", refusal.reason())
            .put("executionId", decision.key().executionId().value())
            .put("currentStatus", decision.status().name());
    return new CommandAnswer(400, decision, body);
  }

  CommandAnswer with(String field, int value) {
    body.put(field, value);
    return this;
  }

  CommandAnswer with(String field, List<String> values) {
    values.forEach(body.putArray(field)::add);
    return this;
  }

  public boolean isAccepted() {
    return statusCode == 200;
  }
}
