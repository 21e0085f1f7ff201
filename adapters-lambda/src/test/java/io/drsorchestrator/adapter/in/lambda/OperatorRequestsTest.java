package io.drsorchestrator.adapter.in.lambda;

import static io.drsorchestrator.adapter.in.lambda.Bench.EXECUTION;
import static io.drsorchestrator.adapter.in.lambda.Bench.NOW;
import static io.drsorchestrator.adapter.in.lambda.Bench.body;
import static io.drsorchestrator.adapter.in.lambda.Bench.direct;
import static io.drsorchestrator.adapter.in.lambda.Bench.json;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.StartableExecution;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cancel, pause and resume with the answers of the contract (3.6 to 3.8), over HTTP and direct. */
final class OperatorRequestsTest {

  private static final Executions THREE_WAVES = execution().withWaves(3);
  private static final String CANCELLABLE =
      "['RUNNING','PAUSED','PAUSE_PENDING','CANCELLING','IN_PROGRESS','POLLING','INITIATED','PENDING']";
  private static final String PAUSABLE = "['RUNNING','IN_PROGRESS','POLLING','PENDING']";

  private static ObjectNode http(String command) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("httpMethod", "POST").put("resource", "/executions/{id}/" + command);
    event.putObject("pathParameters").put("id", EXECUTION);
    event
        .putObject("requestContext")
        .putObject("authorizer")
        .putObject("claims")
        .put("email", "dora@example.com")
        .put("cognito:groups", "DRSOperator");
    return event;
  }

  private static ObjectNode withReason(ObjectNode event, String reason) {
    return event.put(
        "body", JsonNodeFactory.instance.objectNode().put("reason", reason).toString());
  }

  private static void answers(JsonNode answer, int statusCode, String body) {
    assertThat(answer.path("statusCode").asInt()).isEqualTo(statusCode);
    assertThat(body(answer)).isEqualTo(json(body));
  }

  /** The same body over HTTP and direct, there with the decision besides. */
  private static Bench answersBoth(Execution execution, String command, String body) {
    var bench = Bench.with(execution);
    answers(bench.answerTo(http(command)), 200, body);
    var direct = body(Bench.with(execution).answerTo(direct(command)));
    json(body)
        .properties()
        .forEach(f -> assertThat(direct.path(f.getKey())).isEqualTo(f.getValue()));
    assertThat(direct.has("next")).as("the decision").isTrue();
    return bench;
  }

  private static void refusesBoth(Execution execution, String command, String body) {
    var bench = Bench.with(execution);
    answers(bench.answerTo(http(command)), 400, body);
    answers(bench.answerTo(direct(command)), 400, body);
    assertThat(bench.record.writes()).isEmpty();
    assertThat(bench.record.current()).isSameAs(execution);
  }

  @Test
  void a_cancel_during_a_wave() {
    answersBoth(
        THREE_WAVES.withCompletedWaves(1).withRunningWave().polling(),
        "cancel",
        "{'executionId':'execution-1','status':'CANCELLING',"
            + "'message':'Execution cancelling successfully','details':{'completedWaves':[0],"
            + "'inProgressWaves':[1],'cancelledWaves':[2],'failedWaves':[]}}");
  }

  @Test
  void a_cancel_between_waves() {
    answersBoth(
        THREE_WAVES.withCompletedWaves(1).polling(),
        "cancel",
        "{'executionId':'execution-1','status':'CANCELLED',"
            + "'message':'Execution cancelled successfully','details':{'completedWaves':[0],"
            + "'inProgressWaves':[],'cancelledWaves':[1,2],'failedWaves':[]}}");
  }

  @Test
  void a_cancel_after_a_wave_has_failed_names_it() {
    var answer = Bench.with(THREE_WAVES.withFailedWave().polling()).answerTo(http("cancel"));

    assertThat(body(answer).path("details"))
        .isEqualTo(
            json(
                "{'completedWaves':[],'inProgressWaves':[],'cancelledWaves':[1,2],'failedWaves':[0]}"));
  }

  @Test
  void a_repeated_cancel_is_answered_like_the_first() {
    var bench = Bench.with(THREE_WAVES.withRunningWave().polling());

    var first = bench.answerTo(http("cancel"));

    assertThat(bench.answerTo(http("cancel"))).isEqualTo(first);
    assertThat(bench.record.writes()).containsExactly("requestCancel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMPLETED", "FAILED", "CANCELLED"})
  void a_cancel_that_comes_too_late_is_told_the_outcome(String status) {
    refusesBoth(
        ended(status),
        "cancel",
        ("{'error':'EXECUTION_NOT_CANCELLABLE','message':'The execution is already %s',"
                + "'reason':'The execution is already %s','executionId':'execution-1',"
                + "'currentStatus':'%s','cancellableStatuses':%s}")
            .formatted(status, status, status, CANCELLABLE));
  }

  private static Execution ended(String status) {
    return switch (status) {
      case "COMPLETED" -> THREE_WAVES.completed();
      case "FAILED" -> THREE_WAVES.failed();
      default -> THREE_WAVES.cancelled();
    };
  }

  @Test
  void a_pause_during_a_wave() {
    answersBoth(
        THREE_WAVES.withCompletedWaves(1).withRunningWave().polling(),
        "pause",
        "{'executionId':'execution-1','status':'PAUSE_PENDING',"
            + "'message':'Pause scheduled - will pause after wave 1 completes',"
            + "'lastCompletedWave':0}");
  }

  /** The first wave can be held back as well, also of a plan that has no other. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void a_pause_before_the_first_wave(int waves) {
    answersBoth(
        execution().withWaves(waves).pending(),
        "pause",
        "{'executionId':'execution-1','status':'PAUSE_PENDING',"
            + "'message':'Pause scheduled - will pause before the next wave starts',"
            + "'lastCompletedWave':0}");
  }

  @Test
  void a_repeated_pause_is_answered_like_the_first() {
    var bench = Bench.with(THREE_WAVES.withRunningWave().polling());

    var first = bench.answerTo(http("pause"));

    assertThat(bench.answerTo(http("pause"))).isEqualTo(first);
    assertThat(bench.record.writes()).containsExactly("requestPause");
  }

  @Test
  void a_pause_of_what_cannot_be_paused_is_told_the_status() {
    refusesBoth(
        THREE_WAVES.paused(),
        "pause",
        ("{'error':'EXECUTION_NOT_PAUSABLE','message':'An execution that is PAUSED cannot pause',"
                + "'reason':'An execution that is PAUSED cannot pause',"
                + "'executionId':'execution-1','currentStatus':'PAUSED','pausableStatuses':%s}")
            .formatted(PAUSABLE));
    refusesBoth(
        THREE_WAVES.cancelled(),
        "pause",
        ("{'error':'EXECUTION_NOT_PAUSABLE','message':'The execution is already CANCELLED',"
                + "'reason':'The execution is already CANCELLED',"
                + "'executionId':'execution-1','currentStatus':'CANCELLED','pausableStatuses':%s}")
            .formatted(PAUSABLE));
  }

  /** The status first, then the number of waves, then the waves that are left. */
  @Test
  void a_pause_that_no_wave_is_left_for_says_why() {
    var why =
        "'message':'No wave is left that a pause could hold back',"
            + "'reason':'No wave is left that a pause could hold back',"
            + "'executionId':'execution-1','currentStatus':'POLLING'";
    refusesBoth(
        execution().withWaves(0).polling(), "pause", "{'error':'EXECUTION_NO_WAVES'," + why + "}");
    refusesBoth(
        execution().withRunningWave().polling(),
        "pause",
        "{'error':'SINGLE_WAVE_NOT_PAUSABLE'," + why + ",'waveCount':1}");
    refusesBoth(
        THREE_WAVES.withCompletedWaves(2).withRunningWave().polling(),
        "pause",
        "{'error':'NO_PENDING_WAVES'," + why + ",'lastCompletedWave':1}");
  }

  @Test
  void a_resume_counts_the_wave_as_people_and_as_programs_do() {
    var bench =
        answersBoth(
            THREE_WAVES.withCompletedWaves(2).paused(),
            "resume",
            "{'executionId':'execution-1','status':'RESUMING',"
                + "'message':'Execution resumed - wave 3 will start','nextWave':2}");

    assertThat(bench.aws.calls()).containsExactly("ring token-1");
  }

  @Test
  void a_repeated_resume_is_answered_like_the_first_and_rings_again() {
    var bench = Bench.with(THREE_WAVES.paused());

    var first = bench.answerTo(http("resume"));

    assertThat(bench.answerTo(http("resume"))).isEqualTo(first);
    assertThat(bench.record.writes()).containsExactly("requestResume");
    assertThat(bench.aws.calls()).hasSize(2);
  }

  @Test
  void a_resume_of_what_is_not_paused_is_told_the_status() {
    refusesBoth(
        THREE_WAVES.polling(),
        "resume",
        "{'error':'Execution is not paused',"
            + "'message':'An execution that is POLLING cannot resume',"
            + "'reason':'An execution that is POLLING cannot resume',"
            + "'executionId':'execution-1','currentStatus':'POLLING'}");
  }

  /** An item of an older system: an intent would be stored, and nobody would ever act on it. */
  @Test
  void a_resume_that_nobody_waits_for_is_refused() {
    var paused = THREE_WAVES.paused();
    refusesBoth(
        new PausedExecution(
            paused.facts(),
            paused.before(),
            new CallbackToken(""),
            Option.none(),
            paused.waiting()),
        "resume",
        "{'error':'No task token found',"
            + "'message':'No task token is stored, so no workflow waits before wave 0',"
            + "'reason':'No task token is stored, so no workflow waits before wave 0',"
            + "'executionId':'execution-1','currentStatus':'PAUSED'}");
  }

  @Test
  void who_and_why_are_kept() {
    var bench = Bench.with(THREE_WAVES.paused());

    bench.answerTo(withReason(http("resume"), "database checked"));

    assertThat(((PausedExecution) bench.record.current()).resumeIntent())
        .isEqualTo(
            Option.some(
                new OperatorRequest("dora@example.com", Option.some("database checked"), NOW)));
  }

  /** A direct caller names himself; over HTTP the claims tell, and nothing else. */
  @Test
  void nobody_gives_a_command_in_the_name_of_another() {
    var bench = Bench.with(THREE_WAVES.polling());

    bench.answerTo(http("pause").put("body", "{\"requestedBy\":\"the boss\"}"));

    assertThat(requestedBy(bench)).isEqualTo("dora@example.com");
  }

  private static String requestedBy(Bench bench) {
    return ((StartableExecution) bench.record.current()).pauseRequest().get().requestedBy();
  }

  @Test
  void a_reason_is_one_line() {
    var evil = "why\n2026-01-01 INFO execution=x ExecutionCompleted\u2028\u202e";
    for (var event :
        new ObjectNode[] {withReason(http("pause"), evil), direct("pause").put("reason", evil)}) {
      var bench = Bench.with(THREE_WAVES.polling());

      assertThat(bench.answerTo(event).path("statusCode").asInt()).isEqualTo(200);

      var request = ((StartableExecution) bench.record.current()).pauseRequest().get();
      assertThat(request.reason().get())
          .startsWith("why 2026-01-01 INFO")
          .doesNotContain("\n", "\u2028", "\u202e");
    }
  }

  @ParameterizedTest
  @CsvSource({"1000, 200", "1001, 400"})
  void a_reason_has_a_thousand_characters_at_most(int length, int statusCode) {
    for (var event :
        new ObjectNode[] {
          withReason(http("pause"), "\u00fc".repeat(length)),
          direct("pause").put("reason", "\u00fc".repeat(length))
        }) {
      var bench = Bench.with(THREE_WAVES.polling());

      var answer = bench.answerTo(event);

      assertThat(answer.path("statusCode").asInt()).isEqualTo(statusCode);
      if (statusCode == 400) {
        assertThat(body(answer).path("error").asText()).isEqualTo("INVALID_PARAMETER");
        assertThat(body(answer).path("message").asText())
            .contains("reason is", "at most 1000 characters")
            .hasSizeLessThan(300);
        assertThat(bench.record.writes()).isEmpty();
      }
    }
  }

  @Test
  void a_reason_that_says_nothing_is_none() {
    var bench = Bench.with(THREE_WAVES.polling());

    bench.answerTo(withReason(http("pause"), " \n\t "));

    assertThat(((StartableExecution) bench.record.current()).pauseRequest().get().reason())
        .isEqualTo(Option.none());
  }

  @Test
  void a_name_is_one_line_too() {
    var bench = Bench.with(THREE_WAVES.polling());

    bench.answerTo(direct("pause").put("requestedBy", "eve\nexecution=x"));

    assertThat(requestedBy(bench)).isEqualTo("eve execution=x");
  }

  @ParameterizedTest
  @CsvSource({"cancel, pause", "pause, pause", "resume, start"})
  void a_caller_without_the_permission_changes_nothing(String command, String word) {
    var execution = command.equals("resume") ? THREE_WAVES.paused() : THREE_WAVES.polling();
    var bench = Bench.with(execution);
    var event = http(command);
    ((ObjectNode) event.at("/requestContext/authorizer/claims"))
        .put("cognito:groups", "DRSReadOnly");

    var answer = bench.answerTo(event);

    assertThat(answer.path("statusCode").asInt()).isEqualTo(403);
    assertThat(body(answer).path("message").asText()).contains("dora@example.com may not " + word);
    assertThat(bench.record.writes()).isEmpty();
    assertThat(bench.aws.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel", "pause", "resume"})
  void an_unknown_execution_is_not_found(String command) {
    answers(
        Bench.withNothing().answerTo(http(command)),
        404,
        "{'error':'EXECUTION_NOT_FOUND','message':'Execution with ID execution-1 not found',"
            + "'executionId':'execution-1'}");
  }
}
