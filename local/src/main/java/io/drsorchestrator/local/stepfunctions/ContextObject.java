package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.asl.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What a state finds under {@code $$}. */
final class ContextObject {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private ContextObject() {}

  static ObjectNode of(StateVisit visit, Optional<String> token) {
    var context = Json.object();
    context.set("Execution", execution(visit.execution()));
    context.set("State", state(visit));
    context.set("StateMachine", machine(visit.execution().machine()));
    token.ifPresent(value -> context.putObject("Task").put("Token", value));
    return context;
  }

  private static ObjectNode execution(RunningExecution execution) {
    var described = Json.object().put("Id", execution.arn()).put("Name", execution.name());
    described.set("Input", execution.input().json());
    return described
        .put("RoleArn", execution.machine().roleArn())
        .put("StartTime", text(execution.started()));
  }

  private static ObjectNode state(StateVisit visit) {
    return Json.object()
        .put("EnteredTime", text(visit.entered()))
        .put("Name", visit.state().name())
        .put("RetryCount", visit.retries());
  }

  private static ObjectNode machine(StateMachine machine) {
    return Json.object().put("Id", machine.arn()).put("Name", machine.name());
  }

  private static String text(Instant time) {
    return TIMESTAMP.format(time);
  }
}
