package io.drsorchestrator.adapter.in.lambda;

import static io.drsorchestrator.adapter.in.lambda.Bench.body;
import static io.drsorchestrator.adapter.in.lambda.Bench.json;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.execution.FailedExecution;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events without an operation: the schedule, dead workflows, the HTTP API and everything else. */
final class OtherEventsTest {

  private static final Executions RUNNING = execution().withWaves(3).withRunningWave();

  private static ObjectNode change(String status) {
    return json(
        """
        {'source':'aws.states','detail-type':'Step Functions Execution Status Change',
         'detail':{'name':'execution-1','executionArn':'%s','status':'%s',
                   'error':null,'cause':'lost'}}"""
            .formatted(Bench.WORKFLOW, status));
  }

  private static ObjectNode get(String resource, String id) {
    var event = json("{'httpMethod':'GET','headers':{'Authorization':'Bearer secret'}}");
    event.put("resource", resource).putObject("pathParameters").put("id", id);
    return event;
  }

  @Test
  void the_schedule_means_find() {
    var bench = Bench.with(RUNNING.polling());

    var answer = bench.answerTo(json("{'source':'aws.events','detail-type':'Scheduled Event'}"));

    assertThat(answer.path("executionsFound").asInt()).isEqualTo(1);
    assertThat(bench.record.writes()).containsExactly("record");
  }

  @Test
  void an_operation_is_more_specific_than_a_source() {
    var bench = Bench.with(RUNNING.polling());

    var answer = bench.answerTo(Bench.direct("update").put("source", "aws.events"));

    assertThat(answer.has("executionsFound")).isFalse();
    assertThat(answer.path("next").asText()).isEqualTo("AWAIT_WAVE");
  }

  private static ObjectNode work(String id) {
    return json(
        """
        {'worker':true,'executionId':'%s','planId':'plan-1','executionType':'DRILL',
         'isDrill':true,'plan':{'planId':'plan-1'},
         'cognitoUser':{'email':'a','userId':'b'},'operation':'find'}"""
            .formatted(id));
  }

  /** Lambda delivers asynchronous events at least once. */
  @Test
  void an_old_worker_event_starts_the_workflow_of_its_execution_once() {
    var bench = Bench.with(execution().withWaves(2).withoutWorkflow().pending());

    for (int i = 0; i < 2; i++) {
      assertThat(bench.answerTo(work("execution-1")))
          .isEqualTo(json("{'statusCode':200,'body':'Worker completed'}"));
    }

    assertThat(bench.aws.calls()).containsExactly("start workflow");
    assertThat(bench.record.writes()).containsExactly("adopt");
  }

  @Test
  void a_late_worker_event_changes_nothing() {
    for (Execution execution : List.of(RUNNING.polling(), RUNNING.paused(), RUNNING.cancelling())) {
      var bench = Bench.with(execution);

      assertThat(bench.answerTo(work("execution-1")).path("body").asText())
          .isEqualTo("Worker completed");
      assertThat(bench.aws.calls()).isEmpty();
      assertThat(bench.record.writes()).isEmpty();
    }
  }

  @Test
  void a_worker_event_without_its_execution_is_not_found() {
    assertThat(Bench.withNothing().answerTo(work("other")).path("statusCode").asInt())
        .isEqualTo(404);
    assertThat(body(Bench.withNothing().answerTo(json("{'worker':true}"))).path("error").asText())
        .isEqualTo("MISSING_PARAMETERS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "TIMED_OUT", "ABORTED"})
  void a_workflow_that_ended_without_success_fails_its_execution(String status) {
    var bench = Bench.with(RUNNING.polling());

    bench.answerTo(change(status));

    assertThat(bench.record.writes()).containsExactly("fail");
    assertThat(((FailedExecution) bench.record.current()).cause().message())
        .isEqualTo("The workflow ended (%s): lost".formatted(status));
  }

  @Test
  void what_is_stored_of_a_cause_is_short() {
    var bench = Bench.with(RUNNING.polling());
    var event = change("FAILED");
    event.withObject("detail").put("cause", "x".repeat(32_768));

    bench.answerTo(event);

    assertThat(((FailedExecution) bench.record.current()).cause().message()).hasSizeLessThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RUNNING", "SUCCEEDED"})
  void other_changes_of_a_workflow_mean_nothing(String status) {
    var bench = Bench.with(RUNNING.polling());

    assertThat(bench.answerTo(change(status)).path("statusCode").asInt()).isEqualTo(200);
    assertThat(bench.record.writes()).isEmpty();
  }

  @Test
  void the_end_of_another_workflow_means_nothing() {
    var bench = Bench.with(RUNNING.polling());
    var event = change("FAILED");
    event.withObject("detail").put("executionArn", Bench.STRANGER);

    assertThat(bench.answerTo(event).path("status").asText()).isEqualTo("POLLING");
    assertThat(bench.record.writes()).isEmpty();
  }

  @Test
  void the_end_of_a_workflow_that_cannot_be_ours_is_refused() {
    var bench = Bench.with(RUNNING.polling());
    var event = change("FAILED");
    event.withObject("detail").put("name", "by hand");

    var answer = bench.answerTo(event);

    assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
    assertThat(body(answer).path("message").asText())
        .startsWith("detail.name is \"by hand\", but an execution id has 1 to 80 characters");
    assertThat(body(bench.answerTo(json("{'source':'aws.states','detail':{'status':'FAILED'}}"))))
        .isEqualTo(
            json("{'error':'MISSING_PARAMETERS','message':'detail.name is missing: an id'}"));
  }

  @Test
  void the_api_answers_details_without_the_task_token() {
    var answer = Bench.with(RUNNING.paused()).answerTo(get("/executions/{id}", "execution-1"));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    assertThat(body(answer).path("executionId").asText()).isEqualTo("execution-1");
    assertThat(body(answer).path("status").asText()).isEqualTo("PAUSED");
    assertThat(answer.toString()).doesNotContain("taskToken", Executions.TOKEN.value());
  }

  @Test
  void the_api_takes_the_arn_of_a_workflow_for_an_id() {
    var answer = Bench.with(RUNNING.polling()).answerTo(get("/executions/{id}", Bench.WORKFLOW));

    assertThat(body(answer).path("executionId").asText()).isEqualTo("execution-1");
  }

  @Test
  void the_api_says_which_id_is_unknown_wrong_or_missing() {
    var bench = Bench.with(RUNNING.polling());

    var unknown = bench.answerTo(get("/executions/{id}", "other"));
    assertThat(unknown.path("statusCode").asInt()).isEqualTo(404);
    assertThat(body(unknown).path("error").asText()).isEqualTo("EXECUTION_NOT_FOUND");
    assertThat(body(unknown).path("executionId").asText()).isEqualTo("other");

    var wrong = bench.answerTo(get("/executions/{id}", "a/b"));
    assertThat(wrong.path("statusCode").asInt()).isEqualTo(400);
    assertThat(body(wrong).path("message").asText()).startsWith("pathParameters.id is \"a/b\"");

    var missing = bench.answerTo(json("{'httpMethod':'GET','resource':'/executions/{id}'}"));
    assertThat(missing.path("statusCode").asInt()).isEqualTo(400);
    assertThat(body(missing).path("error").asText()).isEqualTo("Missing execution ID");
    assertThat(body(missing).path("message").asText()).isEqualTo("Missing execution ID");
  }

  @Test
  void the_api_blames_no_id_for_a_fault_of_its_own() {
    var bench = Bench.with(RUNNING.polling());
    bench.record.failWith(new IllegalArgumentException("a stored id is broken"));

    var answer = bench.answerTo(get("/executions/{id}", "execution-1"));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(500);
  }

  @Test
  void an_unknown_route_is_not_found() {
    var answer = Bench.withNothing().answerTo(get("/nowhere", "execution-1"));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(404);
    assertThat(body(answer))
        .isEqualTo(json("{'error':'NOT_FOUND','message':'No handler for GET /nowhere'}"));
    assertThat(answer.toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[{\"operation\":\"find\"}]",
        "null",
        "\"find\"",
        "17",
        "",
        "{\"operation\":null}",
        "{\"source\":\"aws.s3\"}",
        "{\"Records\":[]}"
      })
  void anything_else_is_told_what_is_supported(String event) {
    var answer = Bench.withNothing().answerTo(event.getBytes(StandardCharsets.UTF_8));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
    assertThat(body(answer).path("error").asText()).isEqualTo("INVALID_INVOCATION");
    assertThat(body(answer).path("message").asText())
        .contains(
            "create, preflight, find, poll, update, finalize, pause, resume, startWave, cancel",
            "schedule",
            "status change",
            "API Gateway");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "find", "{} {}", "{'operation':'find'}"})
  void what_is_not_json_is_refused(String event) {
    refusesAsNoJson(event.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void what_is_not_even_text_is_refused() {
    refusesAsNoJson(new byte[] {0, 0, (byte) 0xff, (byte) 0xfe});
    refusesAsNoJson(new byte[] {'"', (byte) 0xff, '"'});
    refusesAsNoJson("[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
  }

  private static void refusesAsNoJson(byte[] event) {
    assertThat(body(Bench.withNothing().answerTo(event)))
        .isEqualTo(json("{'error':'INVALID_INVOCATION','message':'The event is not JSON'}"));
  }
}
