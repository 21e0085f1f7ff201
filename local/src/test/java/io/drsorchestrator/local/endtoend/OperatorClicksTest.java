package io.drsorchestrator.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.aws.fault.Effect;
import io.drsorchestrator.local.aws.fault.Fault;
import io.drsorchestrator.local.aws.scenario.ScenarioReader;
import io.drsorchestrator.local.aws.sns.Published;
import io.drsorchestrator.local.aws.sns.SnsProtocol;
import io.drsorchestrator.local.plan.PlanFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What operators click, what is kept of it, and what people are told, through to the end. */
final class OperatorClicksTest {

  /** The sample with a gate before its first wave and before no other. */
  private static PlanRun gatedAtOnce() {
    return run(
        sample()
            .replace("\"pauseBeforeWave\": true", "\"pauseBeforeWave\": false")
            .replaceFirst("\"pauseBeforeWave\": false", "\"pauseBeforeWave\": true"));
  }

  private static PlanRun run(String plan) {
    return PlanRun.of(PlanFile.parse(plan), ScenarioReader.parse("{" + PlanRun.QUICK + "}"));
  }

  private static String sample() {
    try {
      return Files.readString(Path.of("samples", "three-tiers.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_gate_on_the_first_wave_holds_it_back_until_somebody_resumes() {
    try (var run = gatedAtOnce()) {
      var paused = run.until("PAUSED");
      assertThat(paused.path("pausedBeforeWave").asInt(-1)).isZero();
      assertThat(run.system().aws().startRecoveryCalls()).isZero();

      var answer = run.click("resume", "storage is back");

      assertThat(answer.path("status").asText()).isEqualTo("RESUMING");
      assertThat(answer.path("message").asText())
          .isEqualTo("Execution resumed - wave 1 will start");
      assertThat(answer.path("nextWave").asInt(-1)).isZero();
      var ended = run.untilEnd();
      assertThat(ended.path("status").asText()).isEqualTo("COMPLETED");
      assertThat(ended.path("operatorRequests")).hasSize(1);
      var kept = ended.path("operatorRequests").path(0);
      assertThat(kept.path("command").asText()).isEqualTo("resume");
      assertThat(kept.path("requestedBy").asText()).isEqualTo("dora@example.com");
      assertThat(kept.path("reason").asText()).isEqualTo("storage is back");
      assertThat(kept.path("waveNumber").asInt(-1)).isZero();
      // People are told after the write, by whoever wrote: the workflow has his answer then.
      run.endedWorkflow();
      assertThat(run.system().aws().published())
          .extracting(Published::topic, message -> message.attributes().get("eventType"))
          .containsExactly(
              tuple("drs-execution-notifications-local", "start"),
              tuple("drs-execution-pause-local", "pause"),
              tuple("drs-execution-notifications-local", "complete"));
      assertThat(run.system().aws().published())
          .allSatisfy(
              message -> {
                assertThat(message.subject()).contains("Three tier app");
                assertThat(message.attributes().get("recoveryPlanId"))
                    .isEqualTo("8a1de9a4-2c0d-4a5b-8f3e-0a6f6d1c2b77");
              });
    }
  }

  @Test
  void a_pause_during_a_wave_is_told_with_its_reason_when_it_takes_effect() {
    try (var run = run(sample())) {
      run.untilWave(0, "POLLING");
      var answer = run.click("pause", "wait for the network");
      assertThat(answer.path("status").asText()).isEqualTo("PAUSE_PENDING");
      assertThat(answer.path("message").asText())
          .isEqualTo("Pause scheduled - will pause after wave 0 completes");
      assertThat(run.until("PAUSED").path("pausedBeforeWave").asInt()).isEqualTo(1);

      var cancelled = run.click("cancel", "wrong plan");

      assertThat(cancelled.path("status").asText()).isEqualTo("CANCELLED");
      assertThat(numbers(cancelled.path("details").path("completedWaves"))).containsExactly(0);
      assertThat(numbers(cancelled.path("details").path("cancelledWaves"))).containsExactly(1, 2);
      var late = run.click("resume", "too late");
      assertThat(late.path("statusCode").asInt()).isEqualTo(400);
      assertThat(late.path("error").asText()).isEqualTo("Execution is not paused");
      assertThat(late.path("currentStatus").asText()).isEqualTo("CANCELLED");
      assertThat(run.details().path("operatorRequests").findValuesAsText("command"))
          .containsExactly("pause", "cancel");
      var told = run.system().aws().published();
      assertThat(told)
          .extracting(m -> m.attributes().get("eventType"))
          .containsExactly("start", "pause", "cancel");
      assertThat(told.get(1).message())
          .contains("dora@example.com asked for this pause", ": wait for the network", "/resume");
      assertThat(told.get(2).message()).contains("dora@example.com cancelled it", ": wrong plan");
    }
  }

  private static List<Integer> numbers(JsonNode array) {
    var numbers = new ArrayList<Integer>();
    array.forEach(number -> numbers.add(number.asInt()));
    return numbers;
  }

  /** SNS takes half a minute for an answer, for every message: nothing depends on it. */
  @Test
  void a_plan_runs_through_although_sns_hangs() {
    try (var run = gatedAtOnce()) {
      var hanging = Fault.on(SnsProtocol.SERVICE, SnsProtocol.PUBLISH, new Effect.Delay());
      run.system().aws().add(hanging.delayedBy(Duration.ofSeconds(30)));
      run.until("PAUSED");
      run.click("resume", "");
      assertThat(run.untilEnd().path("status").asText()).isEqualTo("COMPLETED");
      assertThat(run.system().aws().calls(SnsProtocol.SERVICE, SnsProtocol.PUBLISH))
          .as("asked all the same")
          .isGreaterThanOrEqualTo(1);
    }
  }
}
