package io.drsorchestrator.local.bench.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One execution as its workflow drives it, played: the events are those that the state machines
 * send, and come when the bench wants them.
 */
record PlayedWorkflow(BenchFunction function, String executionId, String planId, String arn) {

  private static final int MOST_LOOKS = 100;

  /** Starts the plan, and adopts the execution as a workflow does first. */
  static PlayedWorkflow start(Bench bench, String planId) {
    var create = operation("create").put("planId", planId).put("executionType", "DRILL");
    var answer = bench.function().invoke(create.put("initiatedBy", "bench"));
    var id = answer.path("executionId").asText();
    if (id.isEmpty()) {
      throw new IllegalStateException("not started: " + answer);
    }
    var workflow = new PlayedWorkflow(bench.function(), id, planId, bench.workflow(id));
    workflow.decision(workflow.event("create"), "RUN_WAVE");
    return workflow;
  }

  static ObjectNode operation(String name) {
    return JsonNodeFactory.instance.objectNode().put("operation", name);
  }

  ObjectNode event(String operation) {
    return operation(operation)
        .put("executionId", executionId)
        .put("planId", planId)
        .put("workflow", arn);
  }

  ObjectNode poll(int wave) {
    return event("poll").put("waveNumber", wave);
  }

  void launch(int wave) {
    var unused = decision(event("startWave").put("waveNumber", wave), "AWAIT_WAVE");
  }

  /** Polls until the wave has ended. */
  void complete(int wave) {
    for (int look = 0; look < MOST_LOOKS; look++) {
      if (!function.invoke(poll(wave)).path("next").asText().equals("AWAIT_WAVE")) {
        return;
      }
    }
    throw new IllegalStateException(
        "wave %d does not end: %s".formatted(wave, function.invoke(poll(wave))));
  }

  private JsonNode decision(ObjectNode event, String next) {
    var decision = function.invoke(event);
    if (!decision.path("next").asText().equals(next)) {
      throw new IllegalStateException(event + ": " + decision);
    }
    return decision;
  }
}
