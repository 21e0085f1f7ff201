package io.drsorchestrator.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.stepfunctions.ExecutionSnapshot;
import io.drsorchestrator.local.stepfunctions.ExecutionStatus;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What operators do to a running plan, through the function and to its end. */
final class OperatorCommandsTest {

  @Test
  void a_cancel_while_a_wave_runs_waits_for_it_and_starts_no_other() {
    try (var run = PlanRun.ofSample("three-tiers.json")) {
      run.untilWave(0, "POLLING");
      assertThat(run.command("cancel").path("statusCode").asInt()).isEqualTo(200);
      assertThat(run.command("cancel").path("statusCode").asInt()).as("again").isEqualTo(200);
      var ended = run.untilEnd();
      assertThat(ended.path("status").asText()).isEqualTo("CANCELLED");
      assertThat(statuses(ended)).containsExactly("COMPLETED", "CANCELLED", "CANCELLED");
      assertThat(run.system().aws().startRecoveryCalls()).isEqualTo(1);
      assertCancelled(run.endedWorkflow());
      assertThat(run.command("cancel").path("statusCode").asInt()).as("too late").isEqualTo(400);
    }
  }

  @Test
  void a_cancel_while_paused_is_immediate_and_ends_the_workflow() {
    try (var run = PlanRun.ofSample("three-tiers.json")) {
      run.until("PAUSED");
      run.command("cancel");
      assertThat(run.details().path("status").asText()).isEqualTo("CANCELLED");
      assertThat(run.details().has("pausedBeforeWave")).isFalse();
      assertThat(run.endedWorkflow().status()).isEqualTo(ExecutionStatus.ABORTED);
      assertThat(run.details().path("status").asText()).as("stays").isEqualTo("CANCELLED");
    }
  }

  @Test
  void a_pause_during_a_wave_takes_effect_after_it_and_a_repeated_resume_is_harmless() {
    try (var run = PlanRun.ofSample("three-tiers.json")) {
      run.untilWave(0, "POLLING");
      var answer = run.command("pause");
      assertThat(answer.path("body").asText()).contains("PAUSE_PENDING");
      assertThat(run.details().path("status").asText()).isEqualTo("POLLING");
      var paused = run.until("PAUSED");
      assertThat(paused.path("pausedBeforeWave").asInt()).isEqualTo(1);
      assertThat(run.command("resume").path("statusCode").asInt()).isEqualTo(200);
      assertThat(run.command("resume").path("statusCode").asInt()).isIn(200, 400);
      assertThat(run.untilWave(1, "COMPLETED").path("pausedBeforeWave").asInt(2)).isEqualTo(2);
      assertThat(run.system().aws().startRecoveryCalls()).isEqualTo(2);
    }
  }

  @Test
  void a_pause_in_the_last_wave_is_refused_with_a_reason() {
    try (var run = PlanRun.ofSample("single-wave.json")) {
      run.untilWave(0, "POLLING");
      var answer = run.command("pause");
      assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
      assertThat(answer.path("body").asText()).contains("message", "No wave is left");
      assertThat(run.untilEnd().path("status").asText()).isEqualTo("COMPLETED");
    }
  }

  private static void assertCancelled(ExecutionSnapshot workflow) {
    assertThat(workflow.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(workflow.error()).contains("ExecutionCancelled");
  }

  private static List<String> statuses(JsonNode document) {
    return StreamSupport.stream(document.path("waves").spliterator(), false)
        .map(wave -> wave.path("status").asText())
        .toList();
  }
}
