package io.drsorchestrator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** An execution under test: its raw item, and the operations that callers have for it. */
record Run(Connections to, String executionId, String planId, Sketch sketch) {

  private static final int PAUSE_MILLIS = 25;
  private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "CANCELLED");

  /** What the case calls itself where it is the workflow. */
  String workflowArn() {
    return "arn:aws:states:%s:%s:execution:conformance:%s"
        .formatted(to.target().fleet().region(), to.target().account(), executionId);
  }

  /** An operation as anybody calls it. */
  Reply direct(String operation) {
    return to.function().invoke(event(operation).put("requestedBy", "conformance"));
  }

  /** An operation as the state machine calls it. */
  Reply workflow(String operation) {
    return workflow(event(operation));
  }

  private Reply workflow(ObjectNode event) {
    return to.function().invoke(event.put("workflow", workflowArn()));
  }

  Reply startWave(int wave) {
    return workflow(event("startWave").put("waveNumber", wave));
  }

  Reply poll(int wave) {
    return workflow(event("poll").put("waveNumber", wave));
  }

  /** The workflow arrives at a gate, with the token that opens it. */
  Reply pause(String token) {
    return workflow(event("pause").put("taskToken", token));
  }

  private ObjectNode event(String operation) {
    return Json.object()
        .put("operation", operation)
        .put("executionId", executionId)
        .put("planId", planId);
  }

  /** An answer of the HTTP API, as API Gateway asks for it. */
  Reply get(String resource) {
    var event = Json.object().put("httpMethod", "GET").put("resource", resource);
    event.putObject("pathParameters").put("id", executionId);
    event
        .putObject("requestContext")
        .putObject("authorizer")
        .putObject("claims")
        .put("email", "conformance@example.com")
        .put("cognito:groups", "DRSOrchestrationAdmin");
    return to.function().invoke(event);
  }

  ObjectNode item() {
    return to.items().read(to.target().tables().executions(), key());
  }

  private ObjectNode key() {
    return Json.object().put("executionId", executionId).put("planId", planId);
  }

  /** Another program changes the item. */
  void put(UnaryOperator<ObjectNode> change) {
    to.items().put(to.target().tables().executions(), change.apply(item()));
  }

  String status() {
    return item().path("status").asText();
  }

  JsonNode wave(int number) {
    return item().path("waves").path(number);
  }

  List<String> waveStatuses() {
    return StreamSupport.stream(item().path("waves").spliterator(), false)
        .map(wave -> wave.path("status").asText())
        .toList();
  }

  /** The only server of the wave. */
  JsonNode server(int wave) {
    return wave(wave).path("serverStatuses").path(0);
  }

  /** How many jobs DRS has had for the wave. */
  long jobs(int wave) {
    return to.launches().count(List.of(sketch.waves().get(wave).server()));
  }

  /** Starts the wave as wave.asl.json does, and sees it to its end; the answer is the last one. */
  Reply recover(int wave) {
    launch(wave);
    return finish(wave);
  }

  /** Starts the wave as wave.asl.json does. */
  Reply launch(int wave) {
    var reply = new Reply[] {startWave(wave)};
    eventually(
        () -> {
          if (reply[0].next().equals("START_WAVE")) {
            reply[0] = startWave(wave);
          }
          return !reply[0].next().equals("START_WAVE");
        },
        "wave " + wave + " is launched");
    return reply[0];
  }

  /** Polls as wave.asl.json does. */
  Reply finish(int wave) {
    var reply = new Reply[] {poll(wave)};
    eventually(
        () -> {
          reply[0] = poll(wave);
          return !reply[0].next().equals("AWAIT_WAVE");
        },
        "wave " + wave + " ends");
    return reply[0];
  }

  void untilStatus(String status) {
    eventually(
        () -> status().equals(status) || ENDED.contains(status()), "the status is " + status);
  }

  void untilEnd() {
    eventually(() -> ENDED.contains(status()), "the execution ends");
  }

  void eventually(BooleanSupplier reached, String what) {
    var deadline = System.nanoTime() + to.target().patience().toNanos();
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not reached: " + what + "; the item is " + item());
      }
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Nobody shall be bothered by it any more. */
  void remove() {
    if (!ENDED.contains(status())) {
      var unused = direct("cancel");
    }
    to.items().delete(to.target().tables().executions(), key());
    to.items().delete(to.target().tables().plans(), Json.object().put("planId", planId));
  }
}
