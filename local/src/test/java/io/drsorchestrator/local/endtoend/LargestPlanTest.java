package io.drsorchestrator.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.application.size.PlanSize;
import io.drsorchestrator.local.aws.scenario.ScenarioReader;
import io.drsorchestrator.local.stepfunctions.HistoryEvent;
import io.drsorchestrator.local.system.LocalOptions;
import io.drsorchestrator.local.system.LocalSystem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The largest plans that are accepted run to their end, to the last terminated server; one wave or
 * one server more is refused with the numbers ({@code docs/limits.md}).
 */
final class LargestPlanTest {

  /** What Step Functions and a Lambda function take, in bytes. */
  private static final int PAYLOAD = 256 * 1024;

  private static final int ANSWER = 6_000_000;

  private static int bytes(Object text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  @ParameterizedTest
  @CsvSource({"6, 60", "100, 200"})
  void runs_from_start_to_termination(int waves, int timeScale) {
    var sizes = ManyServers.most(waves);
    var servers = Arrays.stream(sizes).sum();
    var scenario = ScenarioReader.parse("{" + PlanRun.QUICK + "}");
    try (var run = PlanRun.of(ManyServers.inWavesOf(sizes), scenario, timeScale)) {
      var ended = run.untilEnd();

      assertThat(ended.path("status").asText()).as("%s", ended).isEqualTo("COMPLETED");
      assertThat(ended.findValuesAsText("launchStatus")).hasSize(servers).containsOnly("LAUNCHED");
      assertThat(run.post("terminate-instances").path("totalTerminated").asInt())
          .isEqualTo(servers);
      assertThat(bytes(ended)).isLessThan(ANSWER);
      assertThat(bytes(run.get("recovery-instances", ""))).isLessThan(ANSWER);
      assertThat(histories(run.system()))
          .isNotEmpty()
          .allSatisfy(event -> assertThat(bytes(event)).isLessThan(PAYLOAD));
    }
  }

  private static Stream<HistoryEvent> histories(LocalSystem system) {
    var workflows = system.stepFunctions();
    return workflows.stateMachines().stream()
        .flatMap(machine -> workflows.listExecutions(machine.arn(), status -> true).stream())
        .flatMap(execution -> workflows.getExecutionHistory(execution.executionArn()).stream());
  }

  private static JsonNode refusal(int... sizes) {
    var plan = ManyServers.inWavesOf(sizes);
    try (var system = LocalSystem.start(LocalOptions.inProcess(plan, 60))) {
      return PlanRun.start(system, plan);
    }
  }

  @ParameterizedTest
  @CsvSource({"6", "20", "100"})
  void one_server_more_is_refused_with_the_numbers(int waves) {
    var most = ManyServers.size(new int[waves]).mostServers();

    var refused = refusal(ManyServers.evenly(waves, most + 1));

    assertThat(refused.path("error").asText()).as("%s", refused).isEqualTo("PLAN_TOO_LARGE");
    assertThat(refused.path("serverCount").asInt()).isEqualTo(most + 1);
    assertThat(refused.path("maxServers").asInt()).isEqualTo(most);
    assertThat(refused.path("waveCount").asInt()).isEqualTo(waves);
    assertThat(refused.path("maxWaves").asInt()).isEqualTo(100);
    assertThat(refused.path("bytes").asInt()).isGreaterThan(PlanSize.MOST_BYTES);
    assertThat(refused.path("maxBytes").asInt()).isEqualTo(409_600);
    assertThat(refused.path("message").asText())
        .contains(waves + " waves", (most + 1) + " servers", most + " servers", "409600 bytes");
  }

  @Test
  void one_wave_more_is_refused_with_the_numbers() {
    var refused = refusal(ManyServers.evenly(101, 101));

    assertThat(refused.path("error").asText()).as("%s", refused).isEqualTo("PLAN_TOO_LARGE");
    assertThat(refused.path("waveCount").asInt()).isEqualTo(101);
    assertThat(refused.path("maxWaves").asInt()).isEqualTo(100);
    assertThat(refused.path("message").asText()).contains("101 waves", "100 waves");
  }
}
