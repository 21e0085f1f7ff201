package io.drsorchestrator.adapter.in.lambda;

import static io.drsorchestrator.adapter.in.lambda.Bench.body;
import static io.drsorchestrator.adapter.in.lambda.Bench.direct;
import static io.drsorchestrator.adapter.in.lambda.Bench.json;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation as people and programs call it (contract 4). */
final class DirectOperationsTest {

  private static final Executions THREE_WAVES = execution().withWaves(3);
  private static final String CREATE =
      "{'operation':'create','planId':'%s','executionType':'drill','initiatedBy':'alice'}";

  private static void assertRefused(JsonNode answer, int statusCode, String code) {
    assertThat(answer.path("statusCode").asInt()).isEqualTo(statusCode);
    assertThat(body(answer).path("error").asText()).isEqualTo(code);
    assertThat(body(answer).path("message").asText()).isNotBlank();
  }

  @Test
  void create_stores_the_execution_and_starts_its_workflow() {
    var bench = Bench.withNothing();

    var answer = bench.answerTo(json(CREATE.formatted("plan-1")));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    assertThat(answer.path("executionId").asText()).isEqualTo("new-id");
    assertThat(answer.path("status").asText()).isEqualTo("PENDING");
    assertThat(bench.record.writes()).containsExactly("create", "adopt");
    assertThat(bench.aws.calls()).containsExactly("start workflow");
  }

  @Test
  void create_refuses_an_account_that_is_not_the_plans() {
    var bench = Bench.withNothing();
    var event = json(CREATE.formatted("plan-1"));
    event
        .putObject("accountContext")
        .put("accountId", "444455556666")
        .put("isCurrentAccount", true);

    assertRefused(bench.answerTo(event), 400, "ACCOUNT_CONTEXT_MISMATCH");
    assertThat(bench.record.writes()).isEmpty();
  }

  @Test
  void create_keeps_who_asks_for_it_and_why() {
    var bench = Bench.withNothing();

    bench.answerTo(
        json(CREATE.formatted("plan-1")).put("requestedBy", "carol").put("reason", "fire"));

    assertThat(bench.record.startRequest())
        .isEqualTo(new OperatorRequest("carol", Option.some("fire"), Bench.NOW));
  }

  @Test
  void create_of_an_unknown_plan_is_refused_with_the_code_of_the_contract() {
    var bench = Bench.withNothing();

    var answer = bench.answerTo(json(CREATE.formatted("plan-2")));

    assertRefused(answer, 404, "RECOVERY_PLAN_NOT_FOUND");
    assertThat(body(answer).path("planId").asText()).isEqualTo("plan-2");
    assertThat(bench.record.writes()).isEmpty();
  }

  @Test
  void find_looks_after_what_has_not_ended() {
    var bench = Bench.with(THREE_WAVES.withRunningWave().polling());

    var answer = bench.answerTo(json("{'operation':'find'}"));

    assertThat(answer)
        .isEqualTo(
            json(
                "{'statusCode':200,'executionsFound':1,'executionsPolled':1,'results':["
                    + "{'executionId':'execution-1','success':true,'status':'POLLING'}]}"));
    assertThat(bench.record.writes()).containsExactly("record");
  }

  @Test
  void find_begins_nothing_in_the_last_half_minute_of_its_invocation() {
    var bench = Bench.with(THREE_WAVES.withRunningWave().polling());
    bench.remainingMillis = 30_000;

    assertThat(bench.answerTo(json("{'operation':'find'}")).path("executionsFound").asInt())
        .isZero();
    bench.remainingMillis = 30_001;
    assertThat(bench.answerTo(json("{'operation':'find'}")).path("executionsFound").asInt())
        .isEqualTo(1);
  }

  @Test
  void find_reports_what_it_cannot_help() {
    var bench = Bench.with(THREE_WAVES.withRunningWave().polling());
    bench.record.failWith(new IllegalStateException("unreadable"));

    var answer = bench.answerTo(json("{'operation':'find'}"));

    assertThat(answer)
        .isEqualTo(
            json(
                "{'statusCode':200,'executionsFound':1,'executionsPolled':0,'results':["
                    + "{'executionId':'execution-1','success':false,'error':'unreadable'}]}"));
  }

  @Test
  void poll_answers_a_superset_of_the_contract() {
    var bench = Bench.with(THREE_WAVES.withCompletedWaves(1).withRunningWave().polling());

    var answer = bench.answerTo(direct("poll"));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    assertThat(answer.path("executionId").asText()).isEqualTo("execution-1");
    assertThat(answer.path("status").asText()).isEqualTo("POLLING");
    assertThat(answer.path("waves")).hasSize(3);
    assertThat(answer.path("allWavesComplete").booleanValue()).isFalse();
    assertThat(answer.path("alreadyFinalized").booleanValue()).isFalse();
    assertThat(bench.record.writes()).containsExactly("record");
  }

  @Test
  void poll_after_the_last_wave_leaves_the_execution_polling() {
    var bench = Bench.with(THREE_WAVES.withCompletedWaves(3).polling());

    var answer = bench.answerTo(direct("poll"));

    assertThat(answer.path("allWavesComplete").booleanValue()).isTrue();
    assertThat(answer.path("status").asText()).isEqualTo("POLLING");
    assertThat(answer.path("next").asText()).isEqualTo("FINALIZE");
    assertThat(bench.record.writes()).isEmpty();
  }

  @Test
  void update_records_what_is_due() {
    var bench = Bench.with(THREE_WAVES.withFailedWave().polling());

    var answer = bench.answerTo(direct("update"));

    assertThat(answer.path("status").asText()).isEqualTo("FAILED");
    assertThat(answer.path("alreadyFinalized").booleanValue()).isTrue();
    assertThat(bench.record.writes()).containsExactly("fail");
  }

  @Test
  void update_cannot_give_up_for_a_workflow() {
    var bench = Bench.with(THREE_WAVES.withRunningWave().polling());

    bench.answerTo(direct("update").put("giveUp", true));

    assertThat(bench.record.writes()).isEmpty();
  }

  @Test
  void pause_stores_the_wish_and_answers_a_repeated_one_alike() {
    var bench = Bench.with(THREE_WAVES.withRunningWave().polling());
    var pause = direct("pause").put("requestedBy", "bob").put("reason", "lunch");

    var first = bench.answerTo(pause);
    var second = bench.answerTo(pause);

    assertThat(first.path("statusCode").asInt()).isEqualTo(200);
    assertThat(body(first).path("status").asText()).isEqualTo("PAUSE_PENDING");
    assertThat(body(second)).isEqualTo(body(first));
    assertThat(bench.record.writes()).containsExactly("requestPause");
    var request = ((PollingExecution) bench.record.current()).pauseRequest().get();
    assertThat(request.requestedBy()).isEqualTo("bob");
    assertThat(request.reason()).isEqualTo(Option.some("lunch"));
  }

  @Test
  void pause_without_a_wave_left_is_refused_with_the_reason() {
    var bench = Bench.with(execution().withRunningWave().polling());

    var answer = bench.answerTo(direct("pause"));

    assertRefused(answer, 400, "SINGLE_WAVE_NOT_PAUSABLE");
    assertThat(body(answer).path("message").asText()).contains("No wave is left");
    assertThat(body(answer).path("currentStatus").asText()).isEqualTo("POLLING");
    assertThat(body(answer).path("executionId").asText()).isEqualTo("execution-1");
  }

  @Test
  void resume_stores_the_intent_and_rings_each_time() {
    var bench = Bench.with(THREE_WAVES.paused());

    var first = bench.answerTo(direct("resume"));
    var second = bench.answerTo(direct("resume"));

    assertThat(body(first).path("status").asText()).isEqualTo("RESUMING");
    assertThat(body(second)).isEqualTo(body(first));
    assertThat(first.toString()).doesNotContain(Executions.TOKEN.value());
    assertThat(bench.record.writes()).containsExactly("requestResume");
    assertThat(bench.aws.calls()).containsExactly("ring token-1", "ring token-1");
    assertThat(((PausedExecution) bench.record.current()).resumeIntent().get().requestedBy())
        .as("nobody is named")
        .isEqualTo("system");
  }

  @Test
  void resume_of_what_is_not_paused_is_refused() {
    var bench = Bench.with(THREE_WAVES.polling());

    assertRefused(bench.answerTo(direct("resume")), 400, "Execution is not paused");
    assertThat(bench.aws.calls()).isEmpty();
  }

  @Test
  void cancel_between_waves_ends_the_execution_and_stops_the_workflow() {
    var bench = Bench.with(THREE_WAVES.withCompletedWaves(1).polling());

    var answer = bench.answerTo(direct("cancel"));

    assertThat(body(answer).path("status").asText()).isEqualTo("CANCELLED");
    assertThat(bench.record.writes()).containsExactly("requestCancel");
    assertThat(bench.aws.calls()).containsExactly("stop workflow");
  }

  @Test
  void cancel_during_a_wave_lets_the_wave_end_first() {
    var bench = Bench.with(THREE_WAVES.withRunningWave().polling());

    var answer = bench.answerTo(direct("cancel"));

    assertThat(body(answer).path("status").asText()).isEqualTo("CANCELLING");
    assertThat(bench.record.current()).isInstanceOf(CancellingExecution.class);
    assertThat(bench.aws.calls()).isEmpty();
  }

  @Test
  void cancel_of_what_has_ended_is_refused() {
    var bench = Bench.with(THREE_WAVES.completed());

    assertRefused(bench.answerTo(direct("cancel")), 400, "EXECUTION_NOT_CANCELLABLE");
    assertThat(bench.record.writes()).isEmpty();
  }

  @Test
  void nobody_but_a_workflow_finalizes() {
    for (Execution execution :
        List.of(THREE_WAVES.withCompletedWaves(3).polling(), THREE_WAVES.completed())) {
      var bench = Bench.with(execution);

      assertRefused(bench.answerTo(direct("finalize")), 403, "FINALIZE_NOT_ALLOWED");
      assertRefused(
          bench.answerTo(direct("finalize").putNull("workflow")), 403, "FINALIZE_NOT_ALLOWED");
      assertThat(bench.record.writes()).isEmpty();
      assertThat(bench.record.current()).isSameAs(execution);
    }
  }

  @Test
  void nobody_but_a_workflow_starts_waves() {
    var bench = Bench.with(THREE_WAVES.polling());

    var answer = bench.answerTo(direct("startWave").put("waveNumber", 0));

    assertRefused(answer, 403, "START_WAVE_NOT_ALLOWED");
    assertThat(bench.aws.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"poll", "update", "pause", "resume", "cancel"})
  void an_unknown_execution_is_not_found(String operation) {
    var answer = Bench.withNothing().answerTo(direct(operation));

    assertRefused(answer, 404, "EXECUTION_NOT_FOUND");
    assertThat(body(answer).path("message").asText())
        .isEqualTo("Execution with ID execution-1 not found");
    assertThat(body(answer).path("executionId").asText()).isEqualTo("execution-1");
  }
}
