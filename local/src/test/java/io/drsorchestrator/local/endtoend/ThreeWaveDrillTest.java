package io.drsorchestrator.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.stepfunctions.ExecutionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The bug that this project exists for, end to end: three waves, a gate before the third. The old
 * system called this COMPLETED after the first wave (US-2, US-5, D1).
 */
@SuppressWarnings("NullAway.Init")
final class ThreeWaveDrillTest {

  private static PlanRun run;
  private static JsonNode paused;
  private static JsonNode ended;
  private static List<ItemHistory.Image> history;

  @BeforeAll
  static void runs_the_sample() {
    run = PlanRun.ofSample("three-tiers.json");
    paused = run.until("PAUSED");
    if (paused.path("status").asText().equals("PAUSED")) {
      run.command("resume");
    }
    ended = run.untilEnd();
    history = run.history();
  }

  @AfterAll
  static void stop() {
    run.close();
  }

  @Test
  void pauses_before_the_third_wave_with_two_waves_completed() {
    assertThat(paused.path("status").asText()).isEqualTo("PAUSED");
    assertThat(paused.path("pausedBeforeWave").asInt()).isEqualTo(2);
    assertThat(waveStatuses(paused)).containsExactly("COMPLETED", "COMPLETED", "PENDING");
    assertThat(paused.has("taskToken")).as("the token never leaves the handler").isFalse();
  }

  @Test
  void ends_completed_with_all_three_waves() {
    assertThat(ended.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(ended.path("totalWaves").asInt()).isEqualTo(3);
    assertThat(ended.path("completedWaves").asInt()).isEqualTo(3);
    assertThat(ended.path("endTime").asLong()).isPositive();
    assertThat(ended.path("completedTime").asLong()).isEqualTo(ended.path("endTime").asLong());
    assertThat(waveStatuses(ended)).containsOnly("COMPLETED");
    assertThat(run.endedWorkflow().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void knows_every_server_that_it_launched() {
    var servers = new ArrayList<JsonNode>();
    ended.path("waves").findValues("serverStatuses").forEach(wave -> wave.forEach(servers::add));
    assertThat(servers)
        .hasSize(5)
        .allSatisfy(
            server -> {
              assertThat(server.path("sourceServerId").asText()).startsWith("s-");
              assertThat(server.path("serverName").asText()).matches("(db|app|web)0[12]");
              assertThat(server.path("launchStatus").asText()).isEqualTo("LAUNCHED");
              assertThat(server.path("launchTime").asLong()).isPositive();
              assertThat(server.path("instanceId").asText()).startsWith("i-");
              assertThat(server.path("privateIp").asText()).startsWith("10.");
              assertThat(server.path("hostname").asText()).startsWith("ip-10-");
              assertThat(server.path("instanceType").asText()).isNotBlank();
            });
  }

  /** Observed from outside at every change of the item. */
  @Test
  void is_pending_polling_or_paused_until_every_wave_is_completed() {
    assertThat(history).hasSizeGreaterThan(10);
    assertThat(history)
        .allSatisfy(
            image -> {
              if (image.status().equals("COMPLETED")) {
                assertThat(image.allWavesCompleted()).as("%s", image).isTrue();
              } else {
                assertThat(image.status()).isIn("PENDING", "POLLING", "PAUSED");
              }
            });
    assertThat(history.stream().map(ItemHistory.Image::status).distinct())
        .containsExactly("PENDING", "POLLING", "PAUSED", "COMPLETED");
  }

  @Test
  void starts_one_job_per_wave_and_finalizes_once() {
    assertThat(run.system().aws().startRecoveryCalls()).isEqualTo(3);
    assertThat(history.stream().filter(image -> image.status().equals("COMPLETED"))).hasSize(1);
  }

  private static List<String> waveStatuses(JsonNode document) {
    return StreamSupport.stream(document.path("waves").spliterator(), false)
        .map(wave -> wave.path("status").asText())
        .toList();
  }
}
