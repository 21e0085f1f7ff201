package io.drsorchestrator.adapter.in.lambda;

import static io.drsorchestrator.adapter.in.lambda.Bench.body;
import static io.drsorchestrator.adapter.in.lambda.Bench.byWorkflow;
import static io.drsorchestrator.adapter.in.lambda.Bench.direct;
import static io.drsorchestrator.adapter.in.lambda.Bench.json;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.request.Payload;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong input: the answer names the field, its value and what is allowed. */
final class WrongInputTest {

  private static final String ID_RULE =
      "an execution id has 1 to 80 characters of A-Z, a-z, 0-9, '-' and '_'";

  private static Arguments wrong(ObjectNode event, String fields, String code, String message) {
    event.setAll(json(fields));
    return Arguments.of(event, code, message);
  }

  private static Arguments wrongId(String value, String shown) {
    return wrong(
        direct("poll"),
        "{'executionId':" + value + "}",
        "INVALID_PARAMETER",
        "executionId is " + shown + ", but " + ID_RULE);
  }

  private static Arguments missing(String operation, String fields, String message) {
    return wrong(json("{'operation':'" + operation + "'}"), fields, "MISSING_PARAMETERS", message);
  }

  private static Arguments create(String fields, String code, String message) {
    return wrong(
        json("{'operation':'create','planId':'plan-1','executionType':'DRILL','initiatedBy':'a'}"),
        fields,
        code,
        message);
  }

  static Stream<Arguments> direct_callers_are_told_what_is_wrong() {
    return Stream.of(
        missing("poll", "{}", "executionId is missing: an id"),
        missing("poll", "{'executionId':null}", "executionId is missing: an id"),
        missing("cancel", "{'executionId':''}", "executionId is missing: an id"),
        missing("pause", "{'executionId':'  '}", "executionId is missing: an id"),
        create("{'planId':null}", "MISSING_FIELD", "planId is missing"),
        create("{'initiatedBy':' '}", "MISSING_FIELD", "initiatedBy is missing"),
        create("{'executionType':null}", "MISSING_FIELD", "executionType is missing: DRILL"),
        create(
            "{'executionType':'TEST'}",
            "INVALID_EXECUTION_TYPE",
            "executionType is TEST, allowed is DRILL or RECOVERY"),
        create("{'planId':'a b'}", "INVALID_PARAMETER", "planId is \"a b\", but a plan id has 1"),
        create(
            "{'accountContext':'444455556666'}",
            "INVALID_PARAMETER",
            "accountContext is \"444455556666\", but allowed is an object"),
        create(
            "{'accountContext':{}}",
            "MISSING_PARAMETERS",
            "accountContext.accountId is missing: 12 digits"),
        create(
            "{'accountContext':{'accountId':'444455556666','isCurrentAccount':'no'}}",
            "INVALID_PARAMETER",
            "accountContext.isCurrentAccount is \"no\", but allowed is true or false"),
        create(
            "{'AccountContext':{'accountId':'4'}}",
            "INVALID_PARAMETER",
            "AccountContext.accountId is \"4\", but allowed is 12 digits"),
        create(
            "{'accountContext':{'accountId':'444455556666','assumeRoleName':'a/b:c'}}",
            "INVALID_PARAMETER",
            "accountContext.assumeRoleName is \"a/b:c\", but allowed is the name of a role"),
        create(
            "{'accountContext':{'accountId':'444455556666','externalId':'*'}}",
            "INVALID_PARAMETER",
            "accountContext.externalId is \"*\", but allowed is 2 to 1224 letters"),
        wrongId("'../x'", "\"../x\""),
        wrongId("'a\\u0000b'", "\"a\\u0000b\""),
        wrongId("'" + "x".repeat(81) + "'", "\"" + "x".repeat(81) + "\""),
        wrong(
            direct("poll"),
            "{'executionId':7}",
            "INVALID_PARAMETER",
            "executionId is 7, but allowed is text"),
        wrong(
            direct("resume"),
            "{'reason':['x']}",
            "INVALID_PARAMETER",
            "reason is [\"x\"], but allowed is text"),
        wrong(
            direct("x"),
            "{'operation':'Finalize'}",
            "UNKNOWN_OPERATION",
            "operation is \"Finalize\", allowed is create, preflight, find, poll, update, finalize,"
                + " pause, resume, startWave, cancel"),
        wrong(direct("x"), "{'operation':''}", "UNKNOWN_OPERATION", "operation is \"\", allowed"),
        wrong(direct("x"), "{'operation':{}}", "UNKNOWN_OPERATION", "operation is {}, allowed"));
  }

  @ParameterizedTest
  @MethodSource
  void direct_callers_are_told_what_is_wrong(ObjectNode event, String code, String message) {
    var bench = Bench.with(execution().polling());

    var answer = bench.answerTo(event);

    assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
    assertThat(body(answer).path("error").asText()).isEqualTo(code);
    assertThat(body(answer).path("message").asText()).startsWith(message);
    assertThat(bench.record.writes()).isEmpty();
  }

  static Stream<Arguments> workflows_are_stopped_for_good() {
    return Stream.of(
        wrong(byWorkflow("poll"), "{'executionId':null}", "", "executionId is missing: an id"),
        wrong(byWorkflow("startWave"), "{}", "", "waveNumber is missing: a number from 0"),
        wrong(
            byWorkflow("startWave"),
            "{'waveNumber':-1}",
            "",
            "waveNumber is -1, but allowed is a number from 0"),
        wrong(byWorkflow("startWave"), "{'waveNumber':'1'}", "", "waveNumber is \"1\", but"),
        wrong(byWorkflow("startWave"), "{'waveNumber':1.5}", "", "waveNumber is 1.5, but"),
        wrong(byWorkflow("poll"), "{'waveNumber':4294967296}", "", "waveNumber is 4294967296, but"),
        wrong(byWorkflow("update"), "{'reReads':'many'}", "", "reReads is \"many\", but"),
        wrong(byWorkflow("update"), "{'reReads':-9}", "", "reReads is -9, but"),
        wrong(byWorkflow("update"), "{'giveUp':'no'}", "", "giveUp is \"no\", but allowed is true"),
        wrong(byWorkflow("pause"), "{}", "", "taskToken is missing: text"),
        wrong(byWorkflow("pause"), "{'taskToken':' '}", "", "taskToken is missing: text"),
        wrong(byWorkflow("leap"), "{}", "", "operation is \"leap\", allowed is create"),
        wrong(byWorkflow("poll"), "{'workflow':7}", "", "workflow is 7, but allowed is text"),
        wrong(
            byWorkflow("finalize"), "{'workflow':'me'}", "", "workflow is \"me\", but a workflow"),
        wrong(byWorkflow("finalize"), "{'workflow':''}", "", "workflow is missing: an id"),
        Arguments.of(json("{'workflow':'arn:x'}"), "", "The event has no operation"));
  }

  @ParameterizedTest
  @MethodSource
  void workflows_are_stopped_for_good(ObjectNode event, String unused, String message) {
    var bench = Bench.with(execution().withGateBefore(0).pending());

    assertThatThrownBy(() -> bench.answerTo(event))
        .isInstanceOf(FinalFaultException.class)
        .hasMessageStartingWith(message);
    assertThat(bench.record.writes()).isEmpty();
  }

  @Test
  void the_supported_operations_are_also_listed_for_programs() {
    var answer = Bench.withNothing().answerTo(direct("leap"));

    assertThat(body(answer).path("supportedOperations"))
        .extracting(node -> node.asText())
        .containsExactly(
            "create",
            "preflight",
            "find",
            "poll",
            "update",
            "finalize",
            "pause",
            "resume",
            "startWave",
            "cancel");
    assertThat(body(Bench.withNothing().answerTo(json("{}"))).has("supportedOperations")).isFalse();
  }

  @Test
  void what_is_shown_of_a_value_is_short() {
    var event = direct("poll").put("executionId", "x".repeat(200_000));

    assertThat(Bench.withNothing().answerTo(event).toString()).hasSizeLessThan(1_000);
  }

  @Test
  void a_task_token_is_never_shown() {
    var bench = Bench.with(execution().withGateBefore(0).pending());
    var tokenOfWrongType = byWorkflow("pause");
    tokenOfWrongType.putArray("taskToken").add("top secret");

    assertThatThrownBy(() -> bench.answerTo(tokenOfWrongType))
        .isInstanceOf(FinalFaultException.class)
        .hasMessageNotContaining("secret");
    assertThat(bench.answerTo(direct("leap").put("taskToken", "top secret")).toString())
        .doesNotContain("secret");
    assertThat(new Payload(json("{'taskToken':'top secret'}")).toString()).doesNotContain("secret");
  }
}
