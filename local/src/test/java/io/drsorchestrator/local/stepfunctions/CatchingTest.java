package io.drsorchestrator.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catchers: what they match and what they pass on. */
final class CatchingTest {
  private static Laboratory task(String catchers) {
    return Laboratory.with(
        "'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','End':true,"
            + "'Parameters':{'FunctionName':'f'},'TimeoutSeconds':60,'OutputPath':'$.nothing',"
            + "'Catch':["
            + catchers
            + "]},'B':{'Type':'Pass','End':true},'C':{'Type':'Pass','Result':'C','End':true}");
  }

  @Test
  void the_error_goes_where_the_result_path_of_the_catcher_says() {
    var laboratory = task("{'ErrorEquals':['Lost'],'ResultPath':'$.e.f','Next':'B'}" + unused());
    laboratory.lambda.failing("Lost", 1);

    assertThat(laboratory.run("{'id':1,'e':{'g':2}}").output())
        .hasValue(
            "{\"id\":1,\"e\":{\"g\":2,\"f\":{\"Error\":\"Lost\","
                + "\"Cause\":\"{\\\"errorType\\\":\\\"Lost\\\",\\\"errorMessage\\\":\\\"no\\\"}\"}}}");
  }

  @Test
  void without_result_path_the_error_is_all_that_is_left() {
    var laboratory = task("{'ErrorEquals':['Lost'],'Next':'B'}" + unused());
    laboratory.lambda.answering(InvocationResult.serviceError("Lost", "why"));

    assertThat(laboratory.run("{'id':1}").output())
        .hasValue("{\"Error\":\"Lost\",\"Cause\":\"why\"}");
  }

  @Test
  void a_null_result_path_keeps_the_input_alone() {
    var laboratory = task("{'ErrorEquals':['Lost'],'ResultPath':null,'Next':'B'}" + unused());
    laboratory.lambda.failing("Lost", 1);

    assertThat(laboratory.run("{'id':1}").output()).hasValue("{\"id\":1}");
  }

  @Test
  void the_first_catcher_that_matches_is_taken() {
    var laboratory =
        task(
            "{'ErrorEquals':['Other'],'Next':'B'},{'ErrorEquals':['Lost'],'Next':'C'},"
                + "{'ErrorEquals':['States.ALL'],'Next':'B'}");
    laboratory.lambda.failing("Lost", 1);

    assertThat(laboratory.run("{}").output()).hasValue("\"C\"");
  }

  @ParameterizedTest
  @CsvSource({"Lost,true", "States.Timeout,false", "States.DataLimitExceeded,false"})
  void task_failed_matches_all_but_timeouts_and_data_limits(String error, boolean caught) {
    var laboratory = task("{'ErrorEquals':['States.TaskFailed'],'Next':'B'}" + unused("Never"));
    laboratory.lambda.answering(InvocationResult.serviceError(error, "why"));

    assertThat(laboratory.run("{}").status() == ExecutionStatus.SUCCEEDED).isEqualTo(caught);
  }

  @Test
  void all_matches_a_timeout_but_task_failed_does_not() {
    var all =
        task(
            "{'ErrorEquals':['States.TaskFailed'],'Next':'C'},{'ErrorEquals':['States.ALL'],'Next':'B'}");

    assertThat(all.run("{}").output()).hasValue("{\"Error\":\"States.Timeout\",\"Cause\":\"\"}");
  }

  @Test
  void a_result_above_256_kib_is_not_caught_by_all() {
    var laboratory =
        task("{'ErrorEquals':['Lost'],'Next':'C'},{'ErrorEquals':['States.ALL'],'Next':'B'}");
    laboratory.lambda.returning("\"" + "x".repeat(262_144) + "\"");

    assertThat(laboratory.run("{}").error()).hasValue("States.DataLimitExceeded");
  }

  @Test
  void a_result_above_256_kib_is_caught_by_its_name() {
    var laboratory = task("{'ErrorEquals':['States.DataLimitExceeded'],'Next':'B'}" + unused());
    laboratory.lambda.returning("\"" + "x".repeat(262_144) + "\"");

    assertThat(laboratory.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void catching_follows_retries_that_are_used_up() {
    var laboratory =
        Laboratory.with(
            """
            'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','End':true,
                 'Parameters':{'FunctionName':'f'},
                 'Retry':[{'ErrorEquals':['States.ALL'],'MaxAttempts':2}],
                 'Catch':[{'ErrorEquals':['States.ALL'],'Next':'B'}]},
            'B':{'Type':'Succeed'}""");
    laboratory.lambda.failing("Lost", 3);

    var execution = laboratory.run("{}");

    assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(laboratory.eventTypes(execution))
        .containsSubsequence("TaskFailed", "TaskFailed", "TaskFailed", "TaskStateExited");
  }

  /** A last catcher that keeps the states reachable. */
  private static String unused() {
    return unused("Never");
  }

  private static String unused(String error) {
    return ",{'ErrorEquals':['%s'],'Next':'B'},{'ErrorEquals':['%s'],'Next':'C'}"
        .formatted(error, error);
  }
}
