package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.asl.ErrorName;
import io.drsorchestrator.local.asl.Json;
import io.drsorchestrator.local.asl.StateFailure;
import java.util.Optional;

/** Tasks that are executions of another machine, stopped when nobody waits for them any more. */
final class ChildExecutionTask implements TaskService {
  @Override
  public void start(TaskAttempt attempt, JsonNode parameters) {
    RunningExecution child;
    try {
      child = started(attempt, parameters);
    } catch (StepFunctionsException refusal) {
      attempt.fail(new StateFailure(refusal.errorName(), String.valueOf(refusal.getMessage())));
      return;
    }
    attempt.ifAbandoned(() -> child.abort(null, null));
    attempt.submitted(ChildDescription.atStart(child.snapshot()));
    child.whenOver(snapshot -> over(attempt, snapshot));
  }

  private static RunningExecution started(TaskAttempt attempt, JsonNode parameters) {
    var starter = new ExecutionStarter(attempt.services());
    return starter.start(
        parameters.path("StateMachineArn").asText(),
        Optional.ofNullable(parameters.path("Name").textValue()),
        input(parameters.path("Input")));
  }

  private static String input(JsonNode input) {
    if (input.isMissingNode()) {
      return "{}";
    }
    return input.isTextual() ? input.textValue() : Json.text(input);
  }

  private static void over(TaskAttempt attempt, ExecutionSnapshot child) {
    if (child.status() == ExecutionStatus.SUCCEEDED) {
      attempt.succeed(() -> ChildDescription.atEnd(child));
    } else {
      var cause = Json.text(ChildDescription.atEnd(child));
      attempt.fail(new StateFailure(ErrorName.TASK_FAILED, cause));
    }
  }
}
