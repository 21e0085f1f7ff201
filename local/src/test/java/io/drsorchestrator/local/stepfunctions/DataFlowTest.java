package io.drsorchestrator.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths, templates and functions: what a state sees and what it leaves. */
final class DataFlowTest {
  private static final String INPUT =
      "{'n':3,'s':'a','list':[1,2,3],'waves':[{'k':1},{'k':2}],'odd-name':true,'x':null}";

  private static ExecutionSnapshot pass(String fields, String input) {
    return Laboratory.with("'A':{'Type':'Pass'," + fields + ",'End':true}").run(input);
  }

  private static String output(String fields, String input) {
    return pass(fields, input).output().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "$.n|3",
        "$.s|'a'",
        "$.x|null",
        "$[`n`]|3",
        "$.odd-name|true",
        "$[`odd-name`]|true",
        "$.list[1]|2",
        "$.list[*]|[1,2,3]",
        "$.list[0:2]|[1,2]",
        "$.waves[*].k|[1,2]",
        "$.waves[1].k|2",
        "$.waves[0]|{'k':1}",
      })
  void a_path_selects(String path, String selected) {
    assertThat(output("'InputPath':'" + path + "'", INPUT)).isEqualTo(Laboratory.json(selected));
  }

  @ParameterizedTest
  @CsvSource({"$.missing", "$.s.t", "$.list[3]", "$.x.y"})
  void a_path_that_selects_nothing_fails_the_execution(String path) {
    assertThat(pass("'InputPath':'" + path + "'", INPUT).error()).hasValue("States.Runtime");
    assertThat(pass("'OutputPath':'" + path + "'", INPUT).error()).hasValue("States.Runtime");
    assertThat(pass("'Parameters':{'a.$':'" + path + "'}", INPUT).error())
        .hasValue("States.Runtime");
  }

  @Test
  void null_paths_stand_for_the_empty_object() {
    assertThat(output("'InputPath':null", "{'a':1}")).isEqualTo("{}");
    assertThat(output("'OutputPath':null", "{'a':1}")).isEqualTo("{}");
  }

  @Test
  void parameters_are_filled_in_however_deep() {
    assertThat(
            output("'Parameters':{'a':{'b.$':'$.n'},'c':[{'d.$':'$.s'},'$.n'],'e':{'f':1}}", INPUT))
        .isEqualTo("{\"a\":{\"b\":3},\"c\":[{\"d\":\"a\"},\"$.n\"],\"e\":{\"f\":1}}");
  }

  @Test
  void parameters_see_what_the_input_path_leaves() {
    assertThat(output("'InputPath':'$.waves[1]','Parameters':{'v.$':'$.k'}", INPUT))
        .isEqualTo("{\"v\":2}");
  }

  @Test
  void a_result_goes_into_the_whole_input_and_makes_the_objects_on_its_way() {
    assertThat(
            output(
                "'InputPath':'$.a','Result':1,'ResultPath':'$.b.c'", "{'a':{'z':0},'b':{'d':2}}"))
        .isEqualTo("{\"a\":{\"z\":0},\"b\":{\"d\":2,\"c\":1}}");
    assertThat(output("'Result':1,'ResultPath':'$.p.q'", "{}")).isEqualTo("{\"p\":{\"q\":1}}");
    assertThat(output("'Result':1,'ResultPath':'$[`odd name`]'", "{}"))
        .isEqualTo("{\"odd name\":1}");
    assertThat(output("'Result':1,'ResultPath':null", "{'a':2}")).isEqualTo("{\"a\":2}");
  }

  @Test
  void a_result_that_does_not_fit_fails() {
    assertThat(pass("'Result':1,'ResultPath':'$.a.b'", "{'a':2}").error())
        .hasValue("States.ResultPathMatchFailure");
    assertThat(pass("'Result':1,'ResultPath':'$.a'", "[]").error())
        .hasValue("States.ResultPathMatchFailure");
  }

  @Test
  void the_output_path_sees_the_result_in_its_place() {
    assertThat(output("'Result':{'b':1},'ResultPath':'$.a','OutputPath':'$.a.b'", "{}"))
        .isEqualTo("1");
  }

  @Test
  void the_context_object_describes_execution_state_and_machine() {
    var execution = pass("'Parameters':{'c.$':'$$.Execution'},'ResultPath':'$'", "{'a':1}");

    assertThat(execution.output().orElseThrow())
        .isEqualTo(
            Laboratory.json(
                "{'c':{'Id':'%s','Name':'%s','Input':{'a':1},"
                        .formatted(execution.executionArn(), execution.name())
                    + "'RoleArn':'arn:aws:iam::123456789012:role/machine',"
                    + "'StartTime':'2026-01-01T12:00:00.000Z'}}"));
    assertThat(output("'Parameters':{'c.$':'$$.State'}", "{}"))
        .isEqualTo(
            Laboratory.json(
                "{'c':{'EnteredTime':'2026-01-01T12:00:00.000Z','Name':'A','RetryCount':0}}"));
    assertThat(output("'Parameters':{'c.$':'$$.StateMachine'}", "{}"))
        .isEqualTo(Laboratory.json("{'c':{'Id':'" + Laboratory.MACHINE + "','Name':'machine'}}"));
    assertThat(output("'Parameters':{'c.$':'$$.Execution.Input.a'}", "{'a':1}"))
        .isEqualTo("{\"c\":1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "States.Format(`{}-{}`, $.s, $.n)|'a-3'",
        "States.Format(`a, (b) {}`, true)|'a, (b) true'",
        "States.Format(`plain`)|'plain'",
        "States.Format(`{}`, States.MathAdd($.n, -1))|'2'",
        "States.Format(`{}`, $$.StateMachine.Name)|'machine'",
        "States.Format($.s)|'a'",
        "States.MathAdd($.n, 4)|7",
        "States.Array()|[]",
        "States.Array(1, `x`, null, $.waves[0])|[1,'x',null,{'k':1}]",
        "States.StringToJson(`{}`)|{}",
        "States.StringToJson(States.JsonToString($.list))|[1,2,3]",
      })
  void a_function_answers(String call, String answer) {
    assertThat(output("'Parameters':{'r.$':'" + call + "'}", INPUT))
        .isEqualTo("{\"r\":" + Laboratory.json(answer) + "}");
  }

  @Test
  void json_to_string_writes_json_without_space() {
    assertThat(output("'Parameters':{'r.$':'States.JsonToString($.waves[0])'}", INPUT))
        .isEqualTo("{\"r\":\"{\\\"k\\\":1}\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "States.Format(`{} {}`, 1)|template",
        "States.Format(`{}`, $.list)|takes strings",
        "States.Format($.n)|template",
        "States.MathAdd($.s, 1)|whole",
        "States.MathAdd(1.5, 1)|whole",
        "States.StringToJson(`{`)|JSON",
        "States.StringToJson($.n)|JSON",
      })
  void a_function_that_cannot_take_its_arguments_fails(String call, String cause) {
    var execution = pass("'Parameters':{'r.$':'" + call + "'}", INPUT);

    assertThat(execution.error()).hasValue("States.IntrinsicFailure");
    assertThat(execution.cause().orElseThrow()).contains(cause);
  }

  @Test
  void a_payload_may_have_256_kib_of_utf_8_and_no_more() {
    var parameters = "'Parameters':{'a.$':'$.s','b.$':'$.s'}";

    assertThat(pass(parameters, "{'s':'" + "x".repeat(131_060) + "'}").error()).isEmpty();
    assertThat(pass(parameters, "{'s':'" + "x".repeat(131_070) + "'}").error())
        .hasValue("States.DataLimitExceeded");
    assertThat(pass(parameters, "{'s':'" + "\u00e9".repeat(65_600) + "'}").error())
        .hasValue("States.DataLimitExceeded");
  }
}
