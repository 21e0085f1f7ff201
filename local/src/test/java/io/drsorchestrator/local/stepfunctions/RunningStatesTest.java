package io.drsorchestrator.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each type of state, alone and in a row. */
final class RunningStatesTest {
  private static final String TASK =
      """
      'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',
           'Parameters':{'FunctionName':'handler','Payload':{'id.$':'$.id'}},
           'ResultSelector':{'word.$':'$.Payload.word'},'ResultPath':'$.answer','End':true}""";

  @Test
  void a_task_hands_its_payload_to_lambda_and_takes_the_answer() {
    var laboratory = Laboratory.with(TASK);
    laboratory.lambda.returning("{\"word\":\"yes\"}");

    var execution = laboratory.run("{'id':7}");

    assertThat(laboratory.lambda.functions()).containsExactly("handler");
    assertThat(laboratory.lambda.payloads()).containsExactly("{\"id\":7}");
    assertThat(execution.output()).hasValue("{\"id\":7,\"answer\":{\"word\":\"yes\"}}");
  }

  @Test
  void the_whole_result_of_lambda_has_its_known_shape() {
    var laboratory =
        Laboratory.with(
            "'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',"
                + "'Parameters':{'FunctionName':'f'},'End':true}");
    laboratory.lambda.returning("3");

    assertThat(laboratory.run("{}").output())
        .hasValue(
            "{\"ExecutedVersion\":\"$LATEST\",\"Payload\":3,"
                + "\"SdkHttpMetadata\":{\"HttpStatusCode\":200},\"StatusCode\":200}");
    assertThat(laboratory.lambda.payloads()).containsExactly("{}");
  }

  @Test
  void a_wait_lets_its_seconds_pass() {
    var laboratory = Laboratory.with("'A':{'Type':'Wait','Seconds':90,'End':true}");

    assertThat(laboratory.run("{'a':1}").output()).hasValue("{\"a\":1}");
    assertThat(laboratory.elapsed()).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void a_wait_takes_its_seconds_from_the_input() {
    var laboratory = Laboratory.with("'A':{'Type':'Wait','SecondsPath':'$.s','End':true}");

    laboratory.run("{'s':15}");

    assertThat(laboratory.elapsed()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void a_wait_for_no_valid_number_of_seconds_fails_the_execution() {
    var laboratory = Laboratory.with("'A':{'Type':'Wait','SecondsPath':'$.s','End':true}");

    assertThat(laboratory.run("{'s':-1}").error()).hasValue("States.Runtime");
    assertThat(laboratory.run("{'s':'9'}").error()).hasValue("States.Runtime");
    assertThat(laboratory.run("{}").error()).hasValue("States.Runtime");
  }

  @Test
  void a_wait_ends_at_its_timestamp_or_at_once_if_that_has_passed() {
    var laboratory =
        Laboratory.with(
            """
            'A':{'Type':'Wait','Timestamp':'2026-01-01T12:05:00Z','Next':'B'},
            'B':{'Type':'Wait','TimestampPath':'$.then','End':true}""");

    laboratory.run("{'then':'2026-01-01T11:00:00+00:00'}");

    assertThat(laboratory.elapsed()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void a_pass_gives_its_result_its_parameters_or_its_input() {
    var laboratory =
        Laboratory.with(
            """
            'A':{'Type':'Pass','Result':{'x':1},'ResultPath':'$.a','Next':'B'},
            'B':{'Type':'Pass','Parameters':{'y.$':'$.a.x'},'ResultPath':'$.b','Next':'C'},
            'C':{'Type':'Pass','InputPath':'$.b','OutputPath':'$.y','End':true}""");

    assertThat(laboratory.run("{}").output()).hasValue("1");
  }

  @Test
  void a_choice_follows_the_first_rule_that_holds_or_its_default() {
    var laboratory =
        Laboratory.with(
            """
            'A':{'Type':'Choice','Default':'C','Choices':[
                {'Variable':'$.n','NumericGreaterThan':10,'Next':'B'},
                {'Variable':'$.n','NumericGreaterThan':5,'Next':'A2'}]},
            'A2':{'Type':'Pass','Result':'middle','End':true},
            'B':{'Type':'Pass','Result':'high','End':true},
            'C':{'Type':'Pass','Result':'low','End':true}""");

    assertThat(laboratory.run("{'n':11}").output()).hasValue("\"high\"");
    assertThat(laboratory.run("{'n':6}").output()).hasValue("\"middle\"");
    assertThat(laboratory.run("{'n':5}").output()).hasValue("\"low\"");
  }

  @Test
  void a_choice_without_default_fails_where_nothing_holds() {
    var laboratory =
        Laboratory.with(
            """
            'A':{'Type':'Choice','Choices':[{'Variable':'$.n','IsNull':true,'Next':'B'}]},
            'B':{'Type':'Succeed'}""");

    assertThat(laboratory.run("{'n':1}").error()).hasValue("States.NoChoiceMatched");
  }

  @Test
  void a_choice_on_a_missing_variable_fails_at_run_time() {
    var laboratory =
        Laboratory.with(
            """
            'A':{'Type':'Choice','Default':'B','Choices':[
                {'Variable':'$.n','StringEquals':'x','Next':'B'}]},
            'B':{'Type':'Succeed'}""");

    var execution = laboratory.run("{}");

    assertThat(execution.error()).hasValue("States.Runtime");
    assertThat(execution.cause().orElseThrow())
        .contains("state 'A' (entered at the event id #2)", "Invalid path '$.n'");
  }

  @Test
  void succeed_ends_with_what_its_paths_leave() {
    var laboratory = Laboratory.with("'A':{'Type':'Succeed','InputPath':'$.a','OutputPath':'$.b'}");

    var execution = laboratory.run("{'a':{'b':true}}");

    assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(execution.output()).hasValue("true");
  }

  @Test
  void fail_ends_with_its_error_and_cause() {
    var laboratory = Laboratory.with("'A':{'Type':'Fail','Error':'Lost','Cause':'all of it'}");

    var execution = laboratory.run("{}");

    assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(execution.error()).hasValue("Lost");
    assertThat(execution.cause()).hasValue("all of it");
    assertThat(execution.output()).isEmpty();
  }

  @Test
  void fail_takes_its_error_and_cause_from_the_input() {
    var laboratory =
        Laboratory.with(
            "'A':{'Type':'Fail','ErrorPath':'$.e','CausePath':'States.Format(`{}!`, $.c)'}");

    var execution = laboratory.run("{'e':'Lost','c':'why'}");

    assertThat(execution.error()).hasValue("Lost");
    assertThat(execution.cause()).hasValue("why!");
  }

  @Test
  void metrics_are_recorded_and_answer_with_nothing() {
    var laboratory =
        Laboratory.with(
            """
            'A':{'Type':'Task','Resource':'arn:aws:states:::aws-sdk:cloudwatch:putMetricData',
                 'Parameters':{'Namespace':'DRS','MetricData':[{'Value.$':'$.n'}]},'End':true}""");

    assertThat(laboratory.run("{'n':3}").output()).hasValue("{}");
    assertThat(laboratory.metrics)
        .containsExactly("{\"Namespace\":\"DRS\",\"MetricData\":[{\"Value\":3}]}");
  }
}
