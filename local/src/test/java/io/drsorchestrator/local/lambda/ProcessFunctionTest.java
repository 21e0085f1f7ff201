package io.drsorchestrator.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessFunctionTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private static ProcessFunction function(Map<String, String> environment) {
    var configuration =
        new FunctionConfiguration(
            "slow",
            "arn:aws:lambda:us-east-1:111122223333:function:slow",
            SlowStart.class.getName(),
            TIMEOUT,
            environment,
            Redirect.DISCARD);
    return new ProcessFunction(configuration, 2);
  }

  private static JsonNode answer(InvocationResult result) throws IOException {
    assertThat(result).isInstanceOf(InvocationResult.Answer.class);
    return new ObjectMapper().readTree(((InvocationResult.Answer) result).payloadJson());
  }

  @Test
  void the_time_that_a_process_takes_to_start_is_not_taken_from_its_first_invocation()
      throws IOException {
    try (var function = function(Map.of(SlowStart.MILLIS, "4000"))) {
      var answer = answer(function.invoke("0"));

      assertThat(answer.path("remaining").asLong()).isBetween(1L, TIMEOUT.toMillis());
    }
  }

  @Test
  void a_process_that_runs_is_used_again_before_another_one_is_started() throws IOException {
    try (var function = function(Map.of())) {
      var first = answer(function.invoke("0"));
      var second = answer(function.invoke("0"));

      assertThat(second.path("process")).isEqualTo(first.path("process"));
    }
  }

  @Test
  void an_invocation_that_takes_too_long_is_ended_with_its_process() throws IOException {
    try (var function = function(Map.of())) {
      var first = answer(function.invoke("0"));

      assertThat(function.invoke("60000"))
          .isInstanceOfSatisfying(
              InvocationResult.FunctionError.class,
              error -> assertThat(error.errorJson()).contains("Sandbox.Timedout"));
      assertThat(answer(function.invoke("0")).path("process")).isNotEqualTo(first.path("process"));
    }
  }
}
