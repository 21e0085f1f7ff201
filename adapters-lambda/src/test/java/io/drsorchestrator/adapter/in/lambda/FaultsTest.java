package io.drsorchestrator.adapter.in.lambda;

import static io.drsorchestrator.adapter.in.lambda.Bench.body;
import static io.drsorchestrator.adapter.in.lambda.Bench.byWorkflow;
import static io.drsorchestrator.adapter.in.lambda.Bench.direct;
import static io.drsorchestrator.adapter.in.lambda.Bench.json;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.ExecutionNotFoundException;
import io.drsorchestrator.application.LaunchUnderWayException;
import io.drsorchestrator.application.StoreConflictException;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.UnreadableExecutionException;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.execution.LifecycleViolation.LeaseHeld;
import io.drsorchestrator.domain.wave.WaveNumber;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults: a workflow learns from the class whether a retry can help, others get an answer. */
final class FaultsTest {

  private static RuntimeException unavailable() {
    return new AwsUnavailableException("DynamoDB is throttling", new IllegalStateException("slow"));
  }

  private static RuntimeException conflict() {
    return new StoreConflictException(Executions.KEY.executionId(), 8);
  }

  private static RuntimeException launchUnderWay() {
    return new LaunchUnderWayException(
        Executions.KEY.executionId(), new LeaseHeld(WaveNumber.FIRST, Duration.ofSeconds(90)));
  }

  private static RuntimeException refused() {
    return new AwsRefusedException("no permission", new IllegalStateException("403"));
  }

  private static RuntimeException unexpected() {
    return new IllegalStateException("at line 7");
  }

  private static Bench benchWith(RuntimeException fault) {
    var bench = Bench.with(execution().withRunningWave().polling());
    bench.record.failWith(fault);
    return bench;
  }

  static Stream<Arguments> workflows_learn_what_a_retry_may_mend() {
    return Stream.of(
        Arguments.of(unavailable(), "DynamoDB is throttling"),
        Arguments.of(conflict(), "Execution execution-1 changed 8 times"),
        Arguments.of(launchUnderWay(), "Execution execution-1 cannot end yet"));
  }

  @ParameterizedTest
  @MethodSource
  void workflows_learn_what_a_retry_may_mend(RuntimeException fault, String message) {
    assertThatThrownBy(() -> benchWith(fault).answerTo(byWorkflow("poll")))
        .isInstanceOf(RetryableFaultException.class)
        .hasMessageStartingWith(message)
        .hasCause(fault);
  }

  @Test
  void workflows_learn_what_no_retry_mends() {
    assertThatThrownBy(() -> Bench.withNothing().answerTo(byWorkflow("poll")))
        .isInstanceOf(FinalFaultException.class)
        .hasMessage("Execution with ID execution-1 not found");
  }

  static Stream<RuntimeException> workflows_get_any_other_fault_as_it_is_and_try_a_few_times() {
    return Stream.of(unexpected(), refused());
  }

  @ParameterizedTest
  @MethodSource
  void workflows_get_any_other_fault_as_it_is_and_try_a_few_times(RuntimeException fault) {
    assertThatThrownBy(() -> benchWith(fault).answerTo(byWorkflow("poll"))).isSameAs(fault);
  }

  static Stream<Arguments> others_get_an_answer() {
    return Stream.of(
        Arguments.of(unavailable(), 503, "TRY_AGAIN", "DynamoDB is throttling"),
        Arguments.of(conflict(), 503, "TRY_AGAIN", "Execution execution-1 changed 8 times"),
        Arguments.of(
            new UnreadableExecutionException(Executions.KEY.executionId(), "ODD"),
            503,
            "TRY_AGAIN",
            "Execution execution-1 has the unknown status 'ODD'. Correct or delete its item"),
        Arguments.of(refused(), 502, "AWS_REFUSED", "no permission"),
        Arguments.of(
            new ExecutionNotFoundException(Executions.KEY.executionId()),
            404,
            "EXECUTION_NOT_FOUND",
            "Execution with ID execution-1 not found"));
  }

  @ParameterizedTest
  @MethodSource
  void others_get_an_answer(RuntimeException fault, int statusCode, String code, String message) {
    var answer = benchWith(fault).answerTo(direct("poll"));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(statusCode);
    assertThat(body(answer).path("error").asText()).isEqualTo(code);
    assertThat(body(answer).path("message").asText()).startsWith(message);
  }

  @Test
  void others_learn_nothing_of_what_nobody_expected() {
    var api = json("{'httpMethod':'GET','resource':'/executions/{id}'}");
    api.putObject("pathParameters").put("id", "execution-1");

    for (var event : List.of(direct("poll"), api)) {
      var answer = benchWith(unexpected()).answerTo(event);

      assertThat(answer.path("statusCode").asInt()).isEqualTo(500);
      assertThat(body(answer))
          .isEqualTo(
              json(
                  "{'error':'INTERNAL_ERROR','message':"
                      + "'Something unexpected went wrong. The log of the function tells what.'}"));
    }
  }
}
