package io.drsorchestrator.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.scenario.Scenario;
import io.drsorchestrator.local.aws.scenario.ScenarioReader;
import io.drsorchestrator.local.plan.PlanFile;
import io.drsorchestrator.local.stepfunctions.ExecutionSnapshot;
import io.drsorchestrator.local.system.LocalOptions;
import io.drsorchestrator.local.system.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** One plan that runs in a local system, seen and steered through the Lambda function only. */
final class PlanRun implements AutoCloseable {

  /** Launches take seconds instead of minutes; everything else is as usual. */
  static final String QUICK =
      """
      "timings": {"startSeconds": [1, 2], "cleanupSeconds": [1, 2], "pendingSeconds": [5, 15],
                  "inProgressSeconds": [5, 15], "endSeconds": [1, 3]}
      """;

  private static final int TIME_SCALE = 30;
  private static final long PATIENCE = Duration.ofSeconds(150).toNanos();
  private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "CANCELLED");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final LocalSystem system;
  private final String executionId;

  private PlanRun(LocalSystem system, String planId) {
    this.system = system;
    var answer =
        system.invoke(
            operation("create")
                .put("planId", planId)
                .put("executionType", "DRILL")
                .put("initiatedBy", "tester"));
    this.executionId = answer.path("executionId").asText();
  }

  static PlanRun ofSample(String name) {
    return of(sample(name), ScenarioReader.parse("{" + QUICK + "}"));
  }

  static PlanRun of(PlanFile plan, Scenario scenario) {
    return of(plan, scenario, TIME_SCALE);
  }

  static PlanRun of(PlanFile plan, Scenario scenario, int timeScale) {
    return new PlanRun(
        LocalSystem.start(LocalOptions.inProcess(plan.withScenario(scenario), timeScale)),
        plan.planId());
  }

  /** The function runs under the real runtime interface client, in processes of its own. */
  static PlanRun inProcesses(String name) {
    var plan = sample(name);
    return new PlanRun(
        LocalSystem.start(new LocalOptions(plan, TIME_SCALE, 0, true)), plan.planId());
  }

  static PlanFile sample(String name) {
    try {
      return PlanFile.parse(Files.readString(Path.of("samples", name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LocalSystem system() {
    return system;
  }

  JsonNode details() {
    while (true) {
      try {
        return read();
      } catch (IllegalStateException e) {
        // The function was killed while it read: read again.
        sleep();
      }
    }
  }

  private JsonNode read() {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("httpMethod", "GET").put("resource", "/executions/{id}");
    event.putObject("pathParameters").put("id", executionId);
    try {
      return MAPPER.readTree(system.invoke(event).path("body").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode command(String name) {
    return system.invoke(
        operation(name).put("executionId", executionId).put("requestedBy", "tester"));
  }

  /** Waits for the gate and resumes, again if the first try was lost. */
  void resumeAtGates() {
    while (until("PAUSED").path("status").asText().equals("PAUSED")) {
      try {
        command("resume");
        until(Set.of("POLLING"));
        return;
      } catch (IllegalStateException e) {
        // The function was killed: nobody knows whether it had written the intent.
        sleep();
      }
    }
  }

  /** Waits until the execution has {@code status}, or has ended. */
  JsonNode until(String status) {
    return until(Set.of(status));
  }

  JsonNode untilEnd() {
    return until(ENDED);
  }

  /** Waits until the wave has {@code status}, or the execution has ended. */
  JsonNode untilWave(int wave, String status) {
    return until(
        details -> details.path("waves").path(wave).path("status").asText().equals(status));
  }

  private JsonNode until(Set<String> statuses) {
    return until(details -> statuses.contains(details.path("status").asText()));
  }

  private JsonNode until(Predicate<JsonNode> reached) {
    long started = System.nanoTime();
    while (true) {
      var details = details();
      if (reached.test(details) || ENDED.contains(details.path("status").asText())) {
        return details;
      }
      if (System.nanoTime() - started > PATIENCE) {
        throw new AssertionError("not reached: " + details);
      }
      sleep();
    }
  }

  ExecutionSnapshot workflow() {
    var arn = details().path("stateMachineArn").asText();
    return system.stepFunctions().describeExecution(arn);
  }

  /** The workflow, once it has ended: it ends right after the record has. */
  ExecutionSnapshot endedWorkflow() {
    long started = System.nanoTime();
    while (workflow().stopDate().isEmpty()) {
      if (System.nanoTime() - started > PATIENCE) {
        throw new AssertionError("the workflow still runs: " + workflow());
      }
      sleep();
    }
    return workflow();
  }

  List<ItemHistory.Image> history() {
    return ItemHistory.of(system, executionId);
  }

  private static ObjectNode operation(String name) {
    return JsonNodeFactory.instance.objectNode().put("operation", name);
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    system.close();
  }
}
