package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.asl.Json;

/** What a parent is told of its child execution. */
final class ChildDescription {
  private ChildDescription() {}

  static ObjectNode atStart(ExecutionSnapshot child) {
    return Json.object()
        .put("ExecutionArn", child.executionArn())
        .put("StartDate", child.startDate().toEpochMilli());
  }

  static ObjectNode atEnd(ExecutionSnapshot child) {
    var described = atStart(child);
    described.set("Input", json(child.input()));
    described.putObject("InputDetails").put("Included", true);
    described.put("Name", child.name());
    child.output().ifPresent(output -> describeOutput(described, output));
    child.error().ifPresent(error -> described.put("Error", error));
    child.cause().ifPresent(cause -> described.put("Cause", cause));
    described.put("StateMachineArn", child.machine().arn()).put("Status", child.status().name());
    child.stopDate().ifPresent(date -> described.put("StopDate", date.toEpochMilli()));
    return described;
  }

  private static void describeOutput(ObjectNode described, String output) {
    described.set("Output", json(output));
    described.putObject("OutputDetails").put("Included", true);
  }

  private static JsonNode json(String text) {
    return Json.parse(text).orElseGet(NullNode::getInstance);
  }
}
