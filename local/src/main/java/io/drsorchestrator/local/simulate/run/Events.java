package io.drsorchestrator.local.simulate.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drsorchestrator.local.simulate.scenario.Operation;
import io.drsorchestrator.local.stepfunctions.ExecutionSnapshot;
import io.drsorchestrator.local.stepfunctions.StatusChangeEvent;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The events that reach the handler without a state machine or an operator. */
final class Events {

  /** Of the minute schedule. */
  static final String TICK = "{\"source\":\"aws.events\"}";

  /** What the handler must bear at any time; a request to hold has a token that nobody has yet. */
  private static final Set<Operation> STRAYS =
      EnumSet.of(
          Operation.START_WAVE,
          Operation.POLL,
          Operation.GO_ON,
          Operation.UPDATE,
          Operation.FINALIZE);

  private Events() {}

  static String statusChange(ExecutionSnapshot execution) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("source", "aws.states")
        .set("detail", StatusChangeEvent.detail(execution))
        .toString();
  }

  /** As a workflow would ask for it, long before its time; not of every operation there is one. */
  static Optional<String> stray(Operation operation, String executionId, String planId) {
    if (operation == Operation.WORKFLOW_ENDED) {
      return Optional.of(foreignEnd(executionId));
    }
    return STRAYS.contains(operation)
        ? Optional.of(early(operation, executionId, planId))
        : Optional.empty();
  }

  /** A workflow that somebody started by hand with the same input has failed. */
  private static String foreignEnd(String executionId) {
    var event = JsonNodeFactory.instance.objectNode().put("source", "aws.states");
    event
        .putObject("detail")
        .put("status", "FAILED")
        .put("name", executionId)
        .put("executionArn", Machines.ACCOUNT.executionArn("by-hand", executionId));
    return event.toString();
  }

  private static String early(Operation operation, String executionId, String planId) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("operation", name(operation))
        .put("executionId", executionId)
        .put("planId", planId)
        .put("waveNumber", 0)
        .put("workflow", Machines.ACCOUNT.executionArn(Machines.EXECUTIONS, executionId))
        .toString();
  }

  private static String name(Operation operation) {
    return switch (operation) {
      case START_WAVE -> "startWave";
      case GO_ON -> "resume";
      default -> operation.name().toLowerCase(Locale.ROOT);
    };
  }
}
