package io.drsorchestrator.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.api.OpenApiContract;
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
  private static final OpenApiContract CONTRACT = new OpenApiContract();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final LocalSystem system;
  private final String planId;
  private final String executionId;

  private PlanRun(LocalSystem system, String planId) {
    this(system, create(planId));
  }

  private PlanRun(LocalSystem system, ObjectNode create) {
    this.system = system;
    this.planId = create.path("planId").asText();
    var answer = started(system, create);
    this.executionId = answer.path("executionId").asText();
    if (executionId.isEmpty()) {
      system.close();
      throw new AssertionError("not started: " + answer);
    }
  }

  /** Whatever goes wrong, nothing goes on behind the next test's back. */
  private static JsonNode started(LocalSystem system, ObjectNode create) {
    try {
      return system.invoke(create);
    } catch (RuntimeException e) {
      system.close();
      throw e;
    }
  }

  private static ObjectNode create(String planId) {
    return operation("create")
        .put("planId", planId)
        .put("executionType", "DRILL")
        .put("initiatedBy", "tester");
  }

  /** In the account that the context says, whatever the plan's groups say. */
  static PlanRun in(JsonNode accountContext, PlanFile plan, Scenario scenario) {
    var create = create(plan.planId());
    create.set("accountContext", accountContext);
    return new PlanRun(
        LocalSystem.start(LocalOptions.inProcess(plan.withScenario(scenario), TIME_SCALE)), create);
  }

  /** What the API answers a start of the plan. */
  static JsonNode start(LocalSystem system, PlanFile plan) {
    var event = api("POST", "/executions", "");
    event.remove("pathParameters");
    var body = create(plan.planId());
    body.remove("operation");
    event.put("body", body.toString());
    return body(system, event);
  }

  /** What a start is answered in the account that the context says. */
  static JsonNode startIn(LocalSystem system, JsonNode accountContext, PlanFile plan) {
    var create = create(plan.planId());
    create.set("accountContext", accountContext);
    return system.invoke(create);
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

  /** The same, with a log of its own, and slower: a busy machine starts processes slowly. */
  static PlanRun inProcesses(String name, Path log) {
    var plan = sample(name).withScenario(ScenarioReader.parse("{" + QUICK + "}"));
    return new PlanRun(
        LocalSystem.start(new LocalOptions(plan, TIME_SCALE / 3, 0, true, log)), plan.planId());
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
    return body(api("GET", "/executions/{id}", executionId));
  }

  /** What the API answers about the execution; {@code jobIds} may be empty. */
  JsonNode get(String what, String jobIds) {
    var event = api("GET", "/executions/{id}/" + what, executionId);
    event.putObject("queryStringParameters").put("jobIds", jobIds);
    return body(event);
  }

  /** What the API answers about the plan. */
  JsonNode plan(String what) {
    return body(api("GET", "/recovery-plans/{id}/" + what, planId));
  }

  JsonNode post(String what) {
    return body(api("POST", "/executions/{id}/" + what, executionId));
  }

  /** Another execution of the same plan in the same system. */
  PlanRun again() {
    return new PlanRun(system, planId);
  }

  private static ObjectNode api(String method, String resource, String id) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("httpMethod", method).put("resource", resource);
    event.putObject("pathParameters").put("id", id);
    event
        .putObject("requestContext")
        .putObject("authorizer")
        .putObject("claims")
        .put("email", "tester@example.com");
    return event;
  }

  private JsonNode body(ObjectNode event) {
    return body(system, event);
  }

  private static JsonNode body(LocalSystem system, ObjectNode event) {
    var answer = system.invoke(event);
    CONTRACT.check(event, answer);
    try {
      return MAPPER.readTree(answer.path("body").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode command(String name) {
    return system.invoke(
        operation(name).put("executionId", executionId).put("requestedBy", "tester"));
  }

  /** A click of an operator: through API Gateway, with a reason. */
  JsonNode click(String command, String reason) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("httpMethod", "POST").put("resource", "/executions/{id}/" + command);
    event.putObject("pathParameters").put("id", executionId);
    event
        .putObject("requestContext")
        .putObject("authorizer")
        .putObject("claims")
        .put("email", "dora@example.com");
    event.put("body", JsonNodeFactory.instance.objectNode().put("reason", reason).toString());
    var answer = system.invoke(event);
    try {
      return ((ObjectNode) MAPPER.readTree(answer.path("body").asText()))
          .put("statusCode", answer.path("statusCode").asInt());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  static void sleep() {
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
