package io.drsorchestrator.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.system.LocalOptions;
import io.drsorchestrator.local.system.LocalSystem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An execution whose one wave is being launched, in real time and without the schedule. */
final class RunningBench implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final LocalSystem system;
  private final String planId;
  private final String executionId;

  RunningBench(int servers) throws InterruptedException {
    var plan = BenchPlan.of(servers);
    planId = plan.planId();
    system = LocalSystem.start(LocalOptions.inProcess(plan, 1));
    system.stopSchedule();
    var create = event("create").put("planId", planId).put("executionType", "DRILL");
    executionId = system.invoke(create.put("initiatedBy", "bench")).path("executionId").asText();
    awaitLaunch();
  }

  private void awaitLaunch() throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!system.invoke(details()).toString().contains("drsjob-")) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The wave is not launched: " + system.invoke(details()));
      }
      Thread.sleep(100);
    }
  }

  /** What is measured, by name; each does one thing once. */
  Map<String, Runnable> subjects() {
    var subjects = new LinkedHashMap<String, Runnable>();
    subjects.put("baseline: the item, read", this::readItem);
    subjects.put("poll", () -> invoke(poll()));
    subjects.put("find", () -> invoke(event("find")));
    subjects.put("details", () -> invoke(details()));
    subjects.put("list", () -> invoke(list()));
    return subjects;
  }

  /**
   * The floor of every operation: the execution's item, read by the SDK, and nothing done with it.
   */
  private void readItem() {
    var answer =
        system
            .dynamoDb()
            .getItem(
                request ->
                    request
                        .tableName(LocalSystem.TABLES.executionHistory())
                        .key(Map.of("executionId", text(executionId), "planId", text(planId)))
                        .consistentRead(true));
    if (!answer.hasItem()) {
      throw new IllegalStateException("no item");
    }
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private void invoke(JsonNode event) {
    var answer = system.invoke(event);
    var status = answer.path("statusCode").asInt(200);
    if (status != 200) {
      throw new IllegalStateException(event + " answers " + answer);
    }
  }

  private ObjectNode poll() {
    var workflow =
        "arn:aws:states:us-east-1:111122223333:execution:drs-orchestration-local:" + executionId;
    return event("poll")
        .put("executionId", executionId)
        .put("planId", planId)
        .put("workflow", workflow)
        .put("waveNumber", 0);
  }

  private ObjectNode details() {
    var event = get("/executions/{id}", "/executions/" + executionId);
    event.putObject("pathParameters").put("id", executionId);
    return event;
  }

  private static ObjectNode list() {
    return get("/executions", "/executions");
  }

  private static ObjectNode get(String resource, String path) {
    var event = JsonNodeFactory.instance.objectNode();
    return event.put("httpMethod", "GET").put("resource", resource).put("path", path);
  }

  private static ObjectNode event(String operation) {
    return JsonNodeFactory.instance.objectNode().put("operation", operation);
  }

  @Override
  public void close() {
    system.close();
  }
}
