package io.drsorchestrator.local.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a definition may not say. */
final class RefusingDefinitionsTest {
  private static final String TASK =
      "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Parameters':{'FunctionName':'f'}";
  private static final String TOKEN_TASK =
      "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken',"
          + "'Parameters':{'FunctionName':'f','Payload.$':'$$.Task.Token'}";

  @Test
  void an_unknown_type_is_refused_with_the_supported_ones() {
    refuses("'A':{'Type':'Map','End':true}", "State 'A'", "'Map'", "Choice, Fail, Pass, Succeed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'Type':'Pass','End':true,'Assign':{}|Assign",
        "'Type':'Pass','End':true,'Retry':[]|Retry",
        "'Type':'Wait','Seconds':1,'End':true,'ResultPath':'$.x'|ResultPath",
        "'Type':'Succeed','End':true|End",
        "'Type':'Fail','OutputPath':'$'|OutputPath",
        "'Type':'Choice','Choices':[],'Next':'A'|Next",
      })
  void a_field_that_the_type_does_not_have_is_refused(String state, String field) {
    refuses("'A':{" + state + "}", "State 'A'", "unknown field '" + field + "'", "supported are");
  }

  @Test
  void a_field_that_a_task_does_not_have_is_refused() {
    refuses("'A':{" + TASK + ",'End':true,'Credentials':{}}", "State 'A'", "'Credentials'");
  }

  @Test
  void a_top_level_field_that_is_not_known_is_refused() {
    refusesMachine("{'StartAt':'A','States':{'A':{'Type':'Succeed'}},'Foo':1}", "'Foo'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$..a", "$.a[?(@.b)]", "$.a.length()", "a", "$.", "$.a[-1]", "$.a[0,1]"})
  void a_form_of_path_that_is_not_known_is_refused(String path) {
    refuses(
        "'A':{'Type':'Succeed','InputPath':'" + path + "'}",
        "State 'A'",
        "path '" + path + "'",
        "InputPath");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$$", "$$.Execution.Input", "$.a[0]", "$.a[*]"})
  void a_result_path_that_cannot_be_written_is_refused(String path) {
    refuses("'A':{'Type':'Pass','End':true,'ResultPath':'" + path + "'}", "ResultPath", path);
  }

  @Test
  void a_variable_that_may_be_many_values_is_refused() {
    refuses(choice("'Variable':'$.a[*]','IsNull':true"), "$.a[*]", "Variable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$$.Map.Item", "$$.Execution.Foo", "$$.State.Retries"})
  void a_field_that_the_context_object_does_not_have_is_refused(String path) {
    refuses("'A':{'Type':'Pass','End':true,'Parameters':{'x.$':'" + path + "'}}", path);
  }

  @Test
  void a_token_where_there_is_none_is_refused() {
    refuses(
        "'A':{" + TASK.replace("}", ",'Payload.$':'$$.Task.Token'}") + ",'End':true}",
        "$$.Task.Token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'Variable':'$.a','TimestampEquals':'2026-01-01T00:00:00Z'|TimestampEquals",
        "'Variable':'$.a','StringMatchesPath':'$.b'|StringMatchesPath",
        "'Variable':'$.a'|exactly one of",
        "'Variable':'$.a','IsNull':true,'IsString':true|exactly one of",
        "'Variable':'$.a','NumericEquals':'1'|another type",
        "'Variable':'$.a','IsNull':1|true or false",
        "'IsNull':true|'Variable' is missing",
        "'Variable':'$.a','Not':{'Variable':'$.a','IsNull':true}|'Variable' does not go",
        "'And':[{'Variable':'$.a','IsNull':true,'Next':'B'}]|outermost",
        "'And':[]|at least one",
      })
  void a_rule_that_is_not_known_is_refused(String rule, String problem) {
    refuses(choice(rule), "State 'A', Choices[0]", problem);
  }

  @Test
  void a_choice_without_rules_is_refused() {
    refuses("'A':{'Type':'Choice','Choices':[]}", "Choices", "at least one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "States.UUID()|States.Format",
        "States.MathAdd(1)|1 arguments",
        "States.Format(`x`|States.Array",
        "Format(`x`)|neither a path nor a call",
        "States.Array(1) 2|neither a path nor a call",
        "States.Array($..a)|path",
      })
  void an_intrinsic_that_is_not_known_is_refused(String call, String problem) {
    refuses("'A':{'Type':'Pass','End':true,'Parameters':{'x.$':'" + call + "'}}", "x.$", problem);
  }

  @Test
  void a_computed_field_that_is_no_string_is_refused() {
    refuses("'A':{'Type':'Pass','End':true,'Parameters':{'x.$':1}}", "'x.$'");
  }

  @Test
  void a_field_both_given_and_computed_is_refused() {
    refuses("'A':{'Type':'Pass','End':true,'Parameters':{'x':1,'x.$':'$'}}", "'x.$'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:states:::dynamodb:getItem",
        "arn:aws:states:::states:startExecution.sync",
        "arn:aws:lambda:eu-west-1:123456789012:function:f"
      })
  void a_resource_that_is_not_known_is_refused(String resource) {
    refuses(
        "'A':{'Type':'Task','Resource':'" + resource + "','Parameters':{},'End':true}",
        resource,
        "arn:aws:states:::lambda:invoke.waitForTaskToken");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "lambda:invoke|'FunctionName':'f','InvocationType':'Event'|InvocationType",
        "lambda:invoke|'Payload':{}|FunctionName",
        "states:startExecution.sync:2|'Input':{}|StateMachineArn",
        "aws-sdk:cloudwatch:putMetricData|'Namespace':'n'|MetricData",
      })
  void parameters_that_do_not_fit_the_resource_are_refused(
      String resource, String parameters, String problem) {
    refuses(
        "'A':{'Type':'Task','Resource':'arn:aws:states:::%s','Parameters':{%s},'End':true}"
            .formatted(resource, parameters),
        "State 'A', Parameters",
        problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'A':{'Type':'Pass','Next':'X'}|State 'A': leads to the state 'X'",
        "'A':{'Type':'Choice','Default':'X','Choices':[{'Variable':'$','IsNull':true,'Next':'A'}]}|'X'",
        "'A':{'Type':'Choice','Choices':[{'Variable':'$','IsNull':true,'Next':'X'}]}|'X'",
        "'B':{'Type':'Succeed'}|leads to the state 'A'",
        "'A':{'Type':'Succeed'},'B':{'Type':'Succeed'},'C':{'Type':'Pass','Next':'B'}|leads to [B, C]",
        "'A':{'Type':'Pass'}|exactly one of [Next, End]",
        "'A':{'Type':'Pass','Next':'A','End':true}|exactly one of [Next, End]",
        "'A':{'Type':'Pass','End':false}|'End' must be true",
      })
  void a_graph_that_does_not_hold_together_is_refused(String states, String problem) {
    refuses(states, problem);
  }

  @Test
  void a_catcher_that_leads_nowhere_is_refused() {
    refuses(
        "'A':{" + TASK + ",'End':true,'Catch':[{'ErrorEquals':['States.ALL'],'Next':'X'}]}", "'X'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'ErrorEquals':['States.ALL','Lost']}|States.ALL",
        "{'ErrorEquals':['States.ALL']},{'ErrorEquals':['Lost']}|States.ALL",
        "{'ErrorEquals':['States.Unknown']}|States.Unknown",
        "{'ErrorEquals':[]}|ErrorEquals",
        "{'ErrorEquals':['Lost'],'IntervalSeconds':0}|IntervalSeconds",
        "{'ErrorEquals':['Lost'],'MaxAttempts':-1}|MaxAttempts",
        "{'ErrorEquals':['Lost'],'MaxAttempts':100000000}|MaxAttempts",
        "{'ErrorEquals':['Lost'],'BackoffRate':0.5}|BackoffRate",
        "{'ErrorEquals':['Lost'],'IntervalSeconds':5,'MaxDelaySeconds':5}|MaxDelaySeconds",
        "{'ErrorEquals':['Lost'],'JitterStrategy':'HALF'}|JitterStrategy",
        "{'ErrorEquals':['Lost'],'Next':'A'}|'Next'",
      })
  void a_retrier_that_is_not_valid_is_refused(String retriers, String problem) {
    refuses(
        "'A':{" + TASK + ",'End':true,'Retry':[" + retriers + "]}", "State 'A', Retry", problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'TimeoutSeconds':0",
        "'TimeoutSeconds':1.5",
        "'TimeoutSeconds':5,'TimeoutSecondsPath':'$.t'",
        "'TimeoutSeconds':5,'HeartbeatSeconds':5",
      })
  void limits_that_are_not_valid_are_refused(String limits) {
    refuses("'A':{" + TOKEN_TASK + ",'End':true," + limits + "}", "State 'A'", "Seconds");
  }

  @Test
  void heartbeats_of_a_task_without_token_are_refused() {
    refuses("'A':{" + TASK + ",'End':true,'HeartbeatSeconds':5}", ".waitForTaskToken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "'Seconds':1,'SecondsPath':'$.s'",
        "'Seconds':-1",
        "'Seconds':'1'",
        "'Timestamp':'tomorrow'",
        "'Seconds':1,'Timestamp':'2026-01-01T00:00:00Z'",
      })
  void a_wait_without_one_valid_time_is_refused(String time) {
    refuses(
        "'A':{'Type':'Wait'," + time + (time.isEmpty() ? "" : ",") + "'End':true}", "State 'A'");
  }

  @Test
  void an_error_both_given_and_computed_is_refused() {
    refuses("'A':{'Type':'Fail','Error':'x','ErrorPath':'$.x'}", "ErrorPath");
  }

  @Test
  void json_that_is_none_or_says_a_thing_twice_is_refused() {
    refusesMachine("{", "not JSON");
    refusesMachine("{'StartAt':'A','StartAt':'B','States':{}}", "given twice");
    refusesMachine("[]", "expected an object");
  }

  @Test
  void another_query_language_is_refused() {
    refuses("'A':{'Type':'Succeed','QueryLanguage':'JSONata'}", "State 'A'", "JSONata");
    refusesMachine("{'QueryLanguage':'JSONata','StartAt':'A','States':{}}", "JSONata");
  }

  @Test
  void a_name_that_is_too_long_is_refused() {
    refuses("'" + "A".repeat(81) + "':{'Type':'Succeed'}", "80");
  }

  @Test
  void placeholders_are_replaced_and_refused_if_there_is_no_value() {
    var states = "{'StartAt':'A','States':{'A':{'Type':'Fail','Error':'${Name}'}}}";

    var definition =
        StateMachineDefinition.parse(json(states), Map.of("Name", "Lo$t", "Other", "x"));

    assertThat(definition.text()).contains("\"Error\":\"Lo$t\"");
    refusesMachine(states, "${Name}");
  }

  private static String choice(String rule) {
    return "'A':{'Type':'Choice','Choices':[{" + rule + ",'Next':'B'}]},'B':{'Type':'Succeed'}";
  }

  private static void refuses(String states, String... problems) {
    refusesMachine("{'StartAt':'A','States':{" + states + "}}", problems);
  }

  private static void refusesMachine(String machine, String... problems) {
    assertThatThrownBy(() -> StateMachineDefinition.parse(json(machine), Map.of()))
        .isInstanceOf(InvalidDefinitionException.class)
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(problems));
  }

  private static String json(String text) {
    return text.replace('\'', '"').replace('`', '\'');
  }
}
