package io.drsorchestrator.local.bench.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What is measured of an execution. */
final class Operations {

  static final String BASELINE = "baseline: the item, read";
  static final String POLL = "poll, nothing new";
  static final String WAVE_UPDATE = "poll that completes the wave";
  static final String FINALIZE = "finalize";

  private final Fixture fixture;
  private final Bench bench;
  private final PlayedWorkflow workflow;
  private final String poll;

  private Operations(Fixture fixture) {
    this.fixture = fixture;
    this.bench = fixture.bench();
    this.workflow = fixture.workflow();
    this.poll = workflow.poll(fixture.shape().waves() - 1).toString();
  }

  /** The baseline first; what changes the execution puts it back before each time. */
  static List<Operation> of(Fixture fixture) {
    var operations = new Operations(fixture);
    return List.of(
        operations.baseline(),
        operations.poll(),
        operations.waveUpdate(),
        operations.finalizing(),
        operations.find("find, polled lately", fixture::putBackPolled),
        operations.find("find that polls", fixture::putBackUnpolled),
        operations.get("details", details(fixture.workflow().executionId())),
        operations.get("list", get("/executions", "/executions")));
  }

  /** The floor of every operation: the execution's item, read by the SDK, and no more. */
  private Operation baseline() {
    return new Operation(
        BASELINE,
        () -> {},
        () ->
            String.valueOf(
                bench.items().read(workflow.executionId(), workflow.planId()).get("executionId")),
        workflow.executionId());
  }

  Operation poll() {
    return operation(POLL, fixture::putBackPolled, poll, "\"next\":\"AWAIT_WAVE\"");
  }

  private Operation waveUpdate() {
    var waves = fixture.shape().waves();
    return operation(
        WAVE_UPDATE,
        () -> fixture.putBack(fixture.launched()),
        poll,
        "\"completedWaves\":" + waves + ",\"totalWaves\":" + waves);
  }

  private Operation finalizing() {
    return operation(
        FINALIZE,
        () -> fixture.putBack(fixture.completed()),
        workflow.event("finalize").toString(),
        "\"status\":\"COMPLETED\"");
  }

  private Operation find(String name, Runnable before) {
    return operation(
        name,
        before,
        PlayedWorkflow.operation("find").toString(),
        "\"executionsFound\":1,\"executionsPolled\":1");
  }

  private Operation get(String name, ObjectNode event) {
    return operation(name, fixture::putBackPolled, event.toString(), "\"statusCode\":200");
  }

  private Operation operation(String name, Runnable before, String event, String expected) {
    return new Operation(name, before, () -> bench.function().invoke(event), expected);
  }

  private static ObjectNode details(String executionId) {
    var event = get("/executions/{id}", "/executions/" + executionId);
    event.putObject("pathParameters").put("id", executionId);
    return event;
  }

  private static ObjectNode get(String resource, String path) {
    var event = JsonNodeFactory.instance.objectNode();
    return event.put("httpMethod", "GET").put("resource", resource).put("path", path);
  }
}
