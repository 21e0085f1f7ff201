package io.drsorchestrator.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Retriers: when they try again, how often, and what they never try again. */
final class RetryingTest {
  private static Laboratory task(String retriers) {
    return Laboratory.with(
        "'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','End':true,"
            + "'Parameters':{'FunctionName':'f','Payload.$':'$$.State.RetryCount'},"
            + "'Retry':["
            + retriers
            + "]}");
  }

  private static List<Long> attemptSeconds(Laboratory laboratory, ExecutionSnapshot execution) {
    return laboratory.history(execution).stream()
        .filter(event -> event.type() == EventType.TASK_SCHEDULED)
        .map(HistoryEvent::timestamp)
        .map(RetryingTest::secondsSinceNoon)
        .toList();
  }

  private static long secondsSinceNoon(Instant time) {
    return Duration.between(Laboratory.NOON, time).toSeconds();
  }

  @Test
  void pauses_grow_by_the_rate_up_to_the_longest_delay() {
    var laboratory =
        task(
            "{'ErrorEquals':['Busy'],'IntervalSeconds':2,'BackoffRate':3,'MaxAttempts':4,"
                + "'MaxDelaySeconds':10}");
    laboratory.lambda.failing("Busy", 4).returning("1");

    var execution = laboratory.run("{}");

    assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(attemptSeconds(laboratory, execution)).containsExactly(0L, 2L, 8L, 18L, 28L);
  }

  @Test
  void by_default_there_are_three_retries_after_one_two_and_four_seconds() {
    var laboratory = task("{'ErrorEquals':['States.ALL']}");
    laboratory.lambda.failing("Busy", 4);

    var execution = laboratory.run("{}");

    assertThat(execution.error()).hasValue("Busy");
    assertThat(execution.cause()).hasValue("{\"errorType\":\"Busy\",\"errorMessage\":\"no\"}");
    assertThat(attemptSeconds(laboratory, execution)).containsExactly(0L, 1L, 3L, 7L);
  }

  @Test
  void no_attempts_means_no_retry() {
    var laboratory =
        task("{'ErrorEquals':['Busy'],'MaxAttempts':0},{'ErrorEquals':['States.ALL']}");
    laboratory.lambda.failing("Busy", 1);

    assertThat(laboratory.run("{}").error()).hasValue("Busy");
    assertThat(laboratory.lambda.payloads()).hasSize(1);
  }

  @Test
  void every_retrier_counts_for_itself_and_the_state_counts_all() {
    var laboratory =
        task("{'ErrorEquals':['Busy'],'MaxAttempts':1},{'ErrorEquals':['Slow'],'MaxAttempts':2}");
    laboratory.lambda.failing("Slow", 1).failing("Busy", 1).failing("Slow", 1).failing("Busy", 1);

    var execution = laboratory.run("{}");

    assertThat(execution.error()).hasValue("Busy");
    assertThat(laboratory.lambda.payloads()).containsExactly("0", "1", "2", "3");
  }

  @Test
  void the_counts_begin_again_with_each_visit_of_the_state() {
    var laboratory =
        Laboratory.with(
            """
            'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Next':'B',
                 'Parameters':{'FunctionName':'f'},'ResultSelector':{'n.$':'$.Payload'},
                 'Retry':[{'ErrorEquals':['Busy'],'MaxAttempts':1}]},
            'B':{'Type':'Choice','Default':'C','Choices':[
                 {'Variable':'$.n','NumericEquals':1,'Next':'A'}]},
            'C':{'Type':'Succeed'}""");
    laboratory.lambda.failing("Busy", 1).returning("1").failing("Busy", 1).returning("2");

    assertThat(laboratory.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void jitter_is_between_nothing_and_the_whole_pause() {
    var laboratory =
        task(
            "{'ErrorEquals':['Busy'],'IntervalSeconds':100,'BackoffRate':1,'MaxAttempts':500,"
                + "'JitterStrategy':'FULL'}");
    laboratory.lambda.failing("Busy", 500).returning("1");

    var execution = laboratory.run("{}");

    var seconds = attemptSeconds(laboratory, execution);
    var pauses =
        IntStream.range(1, seconds.size())
            .mapToLong(attempt -> seconds.get(attempt) - seconds.get(attempt - 1));
    var statistics = pauses.summaryStatistics();
    assertThat(statistics.getMin()).isBetween(0L, 5L);
    assertThat(statistics.getMax()).isBetween(95L, 100L);
    assertThat(statistics.getAverage()).isBetween(45.0, 55.0);
  }

  @Test
  void huge_numbers_of_attempts_do_not_overflow_the_pause() {
    var laboratory = task("{'ErrorEquals':['Busy'],'MaxAttempts':99999999,'MaxDelaySeconds':60}");
    laboratory.lambda.failing("Busy", 2000).returning("1");

    assertThat(laboratory.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void an_error_of_the_service_is_retried_by_its_name() {
    var laboratory = task("{'ErrorEquals':['Lambda.TooManyRequestsException']}");
    laboratory
        .lambda
        .answering(InvocationResult.serviceError("Lambda.TooManyRequestsException", "slow down"))
        .returning("1");

    assertThat(laboratory.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void an_error_without_type_is_unknown() {
    var laboratory = task("{'ErrorEquals':['Lambda.Unknown']}");
    laboratory.lambda.answering(InvocationResult.functionError("{}")).returning("1");

    assertThat(laboratory.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void a_mistake_in_the_machine_is_never_retried() {
    var laboratory =
        Laboratory.with(
            """
            'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','End':true,
                 'Parameters':{'FunctionName.$':'$.missing'},
                 'Retry':[{'ErrorEquals':['States.Runtime']},{'ErrorEquals':['States.ALL']}],
                 'Catch':[{'ErrorEquals':['States.ALL'],'Next':'B'}]},
            'B':{'Type':'Succeed'}""");

    var execution = laboratory.run("{'a':1}");

    assertThat(execution.error()).hasValue("States.Runtime");
    assertThat(execution.cause())
        .hasValue(
            "An error occurred while executing the state 'A' (entered at the event id #2). The"
                + " JSONPath '$.missing' specified for the field 'FunctionName.$' could not be"
                + " found in the input '{\"a\":1}'");
    assertThat(laboratory.elapsed()).isZero();
  }
}
