package io.drsorchestrator.local.aws.states;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.asl.Json;
import io.drsorchestrator.local.stepfunctions.ExecutionSnapshot;
import io.drsorchestrator.local.stepfunctions.HistoryEvent;
import io.drsorchestrator.local.stepfunctions.StateMachine;
import java.time.Instant;

/** The structures of the API. */
final class Shapes {
  private static final double MILLIS = 1000;

  private Shapes() {}

  /** A time in seconds since 1970. */
  static double date(Instant time) {
    return (double) time.toEpochMilli() / MILLIS;
  }

  static ObjectNode started(ExecutionSnapshot execution) {
    return Json.object()
        .put("executionArn", execution.executionArn())
        .put("startDate", date(execution.startDate()));
  }

  static ObjectNode stopped(ExecutionSnapshot execution) {
    var answer = Json.object();
    execution.stopDate().ifPresent(stop -> answer.put("stopDate", date(stop)));
    return answer;
  }

  static ObjectNode listed(ExecutionSnapshot execution) {
    return started(execution)
        .put("stateMachineArn", execution.machine().arn())
        .put("name", execution.name())
        .put("status", execution.status().name())
        .setAll(stopped(execution));
  }

  static ObjectNode described(ExecutionSnapshot execution) {
    var answer = listed(execution).put("input", execution.input());
    answer.putObject("inputDetails").put("included", true);
    execution.output().ifPresent(output -> putOutput(answer, output));
    execution.error().ifPresent(error -> answer.put("error", error));
    execution.cause().ifPresent(cause -> answer.put("cause", cause));
    return answer.put("redriveCount", 0);
  }

  static ObjectNode event(HistoryEvent event) {
    var answer =
        Json.object()
            .put("timestamp", date(event.timestamp()))
            .put("type", event.type().toString())
            .put("id", event.id())
            .put("previousEventId", event.previousEventId());
    answer.set(event.type().detailsField(), event.details());
    return answer;
  }

  static ObjectNode listed(StateMachine machine) {
    return Json.object()
        .put("stateMachineArn", machine.arn())
        .put("name", machine.name())
        .put("type", "STANDARD")
        .put("creationDate", date(machine.created()));
  }

  static ObjectNode described(StateMachine machine) {
    return listed(machine)
        .put("status", "ACTIVE")
        .put("roleArn", machine.roleArn())
        .put("definition", machine.definition().text());
  }

  private static void putOutput(ObjectNode answer, String output) {
    answer.put("output", output).putObject("outputDetails").put("included", true);
  }
}
