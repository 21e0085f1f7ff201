package io.drsorchestrator.local.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drsorchestrator.local.aws.scenario.ScenarioReader;
import io.drsorchestrator.local.plan.PlanFile;
import io.drsorchestrator.local.system.LocalOptions;
import io.drsorchestrator.local.system.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/** A served system with one plan and a browser in front of it. */
final class Console implements AutoCloseable {

  /** Launches take a minute or so of simulated time. */
  private static final String TIMINGS =
      """
      "timings": {"startSeconds": [1, 2], "cleanupSeconds": [1, 2], "pendingSeconds": [10, 20],
                  "inProgressSeconds": [60, 90], "endSeconds": [1, 3]}
      """;

  private static final int TIME_SCALE = 20;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final Browser browser;
  final LocalSystem system;
  private final String planId;

  private Console(Browser browser, PlanFile plan) {
    this.browser = browser;
    this.system = LocalSystem.start(LocalOptions.inProcess(plan, TIME_SCALE));
    this.planId = plan.planId();
  }

  /** The sample, calm. */
  static Console calm() {
    return of(read("three-tiers.json"));
  }

  /** A plan as it stands in a file, calm. */
  static Console of(String plan) {
    var browser = Browser.start();
    return new Console(
        browser, PlanFile.parse(plan).withScenario(ScenarioReader.parse("{" + TIMINGS + "}")));
  }

  /** The sample whose second wave fails. */
  static Console failing() {
    var browser = Browser.start();
    var scenario =
        """
        {%s, "servers": [{"match": "app02", "fail": {"at": "launch",
          "reason": "InsufficientInstanceCapacity: no m5.large left in us-east-1a"}}]}
        """
            .formatted(TIMINGS);
    return new Console(
        browser,
        PlanFile.parse(read("failing-wave.json")).withScenario(ScenarioReader.parse(scenario)));
  }

  static String read(String sample) {
    try {
      return Files.readString(Path.of("samples", sample));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the plan without the page; the answer is the execution's id. */
  String start() {
    var event =
        JsonNodeFactory.instance
            .objectNode()
            .put("operation", "create")
            .put("planId", planId)
            .put("executionType", "DRILL")
            .put("initiatedBy", "dora");
    return system.invoke(event).path("executionId").asText();
  }

  void openList() {
    browser.open(system.uri() + "/");
  }

  void open(String executionId) {
    browser.open(page(executionId));
  }

  String page(String executionId) {
    return system.uri() + "/#/executions/" + executionId;
  }

  /** What the API says, asked without the page. */
  JsonNode details(String executionId) {
    try {
      var answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(system.uri() + "/executions/" + executionId))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      return MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    browser.close();
    system.close();
  }
}
