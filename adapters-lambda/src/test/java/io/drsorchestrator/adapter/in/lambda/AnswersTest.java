package io.drsorchestrator.adapter.in.lambda;

import static io.drsorchestrator.adapter.in.lambda.Bench.body;
import static io.drsorchestrator.adapter.in.lambda.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.adapter.in.api.ApiResponse;
import io.drsorchestrator.application.Decision;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.execution.NextStep.Kind;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The shapes of answers: what state machines and frontends rely on. */
final class AnswersTest {

  /**
   * What workflows that run already read. Add to it; whoever has to change or remove a line breaks
   * every execution that is under way when the function is updated.
   */
  private static final Map<String, Class<?>> REQUIRED =
      Map.of(
          "executionId", String.class,
          "planId", String.class,
          "status", String.class,
          "next", String.class,
          "waveNumber", Integer.class,
          "waitSeconds", Integer.class,
          "completedWaves", Integer.class,
          "totalWaves", Integer.class,
          "reReads", Integer.class,
          "waves", Object[].class);

  private static Decision decision(NextStep next, Vector<WaveStatus> waves) {
    return decision("execution-1", next, waves);
  }

  private static Decision decision(String id, NextStep next, Vector<WaveStatus> waves) {
    var key = new ExecutionKey(new ExecutionId(id), new PlanId(id));
    return new Decision(key, ExecutionStatus.POLLING, next, waves);
  }

  private static NextStep step(Kind kind) {
    return new NextStep(kind, Option.none(), Duration.ZERO);
  }

  private static void assertType(JsonNode value, String name, Class<?> type) {
    assertThat(
            type == String.class
                ? value.isTextual()
                : type == Integer.class ? value.isIntegralNumber() : value.isArray())
        .as("%s is of type %s: %s", name, type.getSimpleName(), value)
        .isTrue();
  }

  @Test
  void a_decision_is_exactly_this_json() {
    var next =
        new NextStep(Kind.AWAIT_WAVE, Option.some(new WaveNumber(1)), Duration.ofSeconds(15));
    var waves = Vector.of(WaveStatus.COMPLETED, WaveStatus.POLLING, WaveStatus.PENDING);

    assertThat(Bench.parsed(DecisionJson.of(decision(next, waves), 2).toString()))
        .isEqualTo(
            Bench.parsed(
                """
                {"executionId":"execution-1","planId":"execution-1","status":"POLLING",
                 "next":"AWAIT_WAVE","waveNumber":1,"waitSeconds":15,"completedWaves":1,
                 "totalWaves":3,"reReads":2,
                 "waves":[{"number":0,"status":"COMPLETED"},{"number":1,"status":"POLLING"},
                          {"number":2,"status":"PENDING"}]}"""));
  }

  @ParameterizedTest
  @EnumSource
  void every_decision_has_every_field_that_workflows_read(Kind kind) {
    var json = DecisionJson.of(decision(step(kind), Vector.empty()), 0);

    REQUIRED.forEach((name, type) -> assertType(json.path(name), name, type));
    assertThat(json.path("next").asText()).isEqualTo(kind.name());
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,1", "999,1", "1000,1", "1001,2", "14999,15", "15000,15", "86400000,86400"})
  void waits_are_rounded_up_and_never_shorter_than_a_second(long millis, long seconds) {
    var next = new NextStep(Kind.START_WAVE, Option.none(), Duration.ofMillis(millis));

    var json = DecisionJson.of(decision(next, Vector.empty()), 0);

    assertThat(json.path("waitSeconds").asLong()).isEqualTo(seconds);
  }

  @Test
  void a_nanosecond_is_waited_for_as_well() {
    var next = new NextStep(Kind.START_WAVE, Option.none(), Duration.ofSeconds(15).plusNanos(1));

    assertThat(DecisionJson.of(decision(next, Vector.empty()), 0).path("waitSeconds").asLong())
        .isEqualTo(16);
  }

  @Test
  void a_decision_on_a_hundred_waves_is_small() {
    var waves = Vector.fill(100, WaveStatus.CANCELLED);
    var decision = decision("x".repeat(80), step(Kind.DONE), waves);

    for (var json :
        Vector.of(DecisionJson.of(decision, 6), DecisionJson.forDirectCaller(decision))) {
      assertThat(json.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(8 * 1024);
    }
  }

  @Test
  void of_a_plan_without_waves_none_is_complete() {
    var json = DecisionJson.forDirectCaller(decision(step(Kind.DONE), Vector.empty()));

    assertThat(json.path("allWavesComplete").booleanValue()).isFalse();
  }

  @Test
  void api_answers_have_the_headers_of_the_contract() {
    var answer = ApiResponse.of(202, json("{'a':1}"));

    assertThat(answer)
        .isEqualTo(
            Bench.parsed(
                """
                {"statusCode":202,"isBase64Encoded":false,"headers":{
                 "Content-Type":"application/json","Access-Control-Allow-Origin":"*",
                 "Access-Control-Allow-Headers":"Content-Type,Authorization",
                 "Access-Control-Allow-Methods":"GET,POST,PUT,DELETE,OPTIONS"},
                 "body":"{\\"a\\":1}"}"""));
  }

  @Test
  void api_errors_always_have_a_message() {
    var error = ApiResponse.error(409, "CODE", "why");

    assertThat(error.path("headers").path("Access-Control-Allow-Origin").asText()).isEqualTo("*");
    assertThat(body(error)).isEqualTo(json("{'error':'CODE','message':'why'}"));
  }
}
