package io.drsorchestrator.local.aws.states;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.asl.Json;
import io.drsorchestrator.local.stepfunctions.StepFunctions;
import java.util.Map;

/** The operations on tasks that wait for a callback. */
final class TaskOperations {
  private static final String TOKEN = "taskToken";

  private final StepFunctions stepFunctions;

  TaskOperations(StepFunctions stepFunctions) {
    this.stepFunctions = stepFunctions;
  }

  Map<String, Operation> all() {
    return Map.of(
        "SendTaskSuccess", this::succeed,
        "SendTaskFailure", this::fail,
        "SendTaskHeartbeat", this::heartbeat);
  }

  private ObjectNode succeed(Arguments arguments) {
    stepFunctions.sendTaskSuccess(arguments.text(TOKEN), arguments.text("output"));
    return Json.object();
  }

  private ObjectNode fail(Arguments arguments) {
    stepFunctions.sendTaskFailure(
        arguments.text(TOKEN), arguments.textOrNull("error"), arguments.textOrNull("cause"));
    return Json.object();
  }

  private ObjectNode heartbeat(Arguments arguments) {
    stepFunctions.sendTaskHeartbeat(arguments.text(TOKEN));
    return Json.object();
  }
}
