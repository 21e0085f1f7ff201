package io.drsorchestrator.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.aws.scenario.ScenarioReader;
import io.drsorchestrator.local.stepfunctions.ExecutionStatus;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The other samples, each to its end. */
final class SamplePlansTest {

  @Test
  void a_single_wave_completes() {
    try (var run = PlanRun.ofSample("single-wave.json")) {
      var ended = run.untilEnd();
      assertThat(ended.path("status").asText()).isEqualTo("COMPLETED");
      assertThat(ended.path("completedWaves").asInt()).isEqualTo(1);
    }
  }

  @Test
  void twenty_waves_of_five_complete_one_after_another() {
    try (var run = PlanRun.ofSample("twenty-waves.json")) {
      var ended = run.untilEnd();
      assertThat(ended.path("status").asText()).isEqualTo("COMPLETED");
      assertThat(ended.path("completedWaves").asInt()).isEqualTo(20);
      assertThat(run.system().aws().startRecoveryCalls()).isEqualTo(20);
      assertThat(run.history()).allMatch(image -> image.activeWaves() < 2);
    }
  }

  @Test
  void a_failing_server_fails_its_wave_and_the_execution() {
    var scenario =
        """
        {%s, "servers": [{"match": "app02", "fail": {"at": "launch", "reason": "no capacity"}}]}
        """
            .formatted(PlanRun.QUICK);
    try (var run =
        PlanRun.of(PlanRun.sample("failing-wave.json"), ScenarioReader.parse(scenario))) {
      var ended = run.untilEnd();
      assertThat(ended.path("status").asText()).isEqualTo("FAILED");
      assertThat(statuses(ended)).containsExactly("COMPLETED", "FAILED", "CANCELLED");
      assertThat(ended.path("errorMessage").asText()).contains("app02", "no capacity");
      assertThat(ended.path("endTime").asLong()).isPositive();
      assertThat(ended.path("waves").path(2).has("jobId")).as("never started").isFalse();
      assertThat(run.system().aws().startRecoveryCalls()).isEqualTo(2);
      assertThat(run.endedWorkflow().status()).isEqualTo(ExecutionStatus.FAILED);
    }
  }

  private static List<String> statuses(JsonNode document) {
    return StreamSupport.stream(document.path("waves").spliterator(), false)
        .map(wave -> wave.path("status").asText())
        .toList();
  }
}
