package io.drsorchestrator.adapter.in.lambda;

import static io.drsorchestrator.adapter.in.lambda.Bench.byWorkflow;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.execution.FailedExecution;
import io.drsorchestrator.domain.execution.PausedExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation as the state machines call it: one write, and the decision as the answer. */
final class WorkflowOperationsTest {

  private static final Executions THREE_WAVES = execution().withWaves(3);

  private static void assertDecision(JsonNode answer, String status, String next, int wave) {
    assertThat(answer.path("status").asText()).isEqualTo(status);
    assertThat(answer.path("next").asText()).isEqualTo(next);
    assertThat(answer.path("waveNumber").asInt()).isEqualTo(wave);
    assertThat(answer.has("statusCode")).as("a decision, not an answer for people").isFalse();
  }

  private static ObjectNode givingUp(String error, String cause) {
    var event = byWorkflow("update").put("giveUp", true);
    event.putObject("error").put("Error", error).put("Cause", cause);
    return event;
  }

  @Test
  void create_puts_the_workflow_on_record() {
    var bench = Bench.with(THREE_WAVES.withoutWorkflow().pending());

    assertDecision(bench.answerTo(byWorkflow("create")), "PENDING", "RUN_WAVE", 0);

    assertThat(bench.record.writes()).containsExactly("adopt");
  }

  @Test
  void create_by_a_second_workflow_is_refused_for_good() {
    var bench = Bench.with(THREE_WAVES.polling());

    assertThatThrownBy(() -> bench.answerTo(byWorkflow("create").put("workflow", Bench.STRANGER)))
        .isInstanceOf(FinalFaultException.class)
        .hasMessageContaining(Bench.EXECUTION)
        .hasMessageContaining(Bench.STRANGER);
    assertThat(bench.record.writes()).isEmpty();
  }

  @Test
  void start_wave_claims_launches_and_records_the_job() {
    var bench = Bench.with(THREE_WAVES.withCompletedWaves(1).polling());

    var answer = bench.answerTo(byWorkflow("startWave").put("waveNumber", 1));

    assertDecision(answer, "POLLING", "AWAIT_WAVE", 1);
    assertThat(bench.record.writes()).containsExactly("claim", "recordLaunch");
    assertThat(bench.aws.calls()).containsExactly("launch wave 1");
  }

  @Test
  void start_wave_holds_its_claim_until_the_invocation_must_be_over() {
    var bench = Bench.with(THREE_WAVES.polling());
    bench.remainingMillis = 170_000;

    bench.answerTo(byWorkflow("startWave").put("waveNumber", 0));

    assertThat(bench.record.launch().attempt().leaseUntil()).isEqualTo(Bench.NOW.plusSeconds(170));
  }

  @Test
  void poll_records_the_wave_and_nothing_else() {
    var bench = Bench.with(THREE_WAVES.withRunningWave().polling());

    assertDecision(
        bench.answerTo(byWorkflow("poll").put("waveNumber", 0)), "POLLING", "AWAIT_WAVE", 0);

    assertThat(bench.record.writes()).containsExactly("record");
  }

  @Test
  void poll_by_the_machine_of_another_wave_hands_the_decision_to_its_parent() {
    var bench = Bench.with(THREE_WAVES.withCompletedWaves(1).withRunningWave().polling());

    assertDecision(
        bench.answerTo(byWorkflow("poll").put("waveNumber", 0)), "POLLING", "RUN_WAVE", 1);
  }

  @Test
  void pause_stores_the_token() {
    var bench = Bench.with(THREE_WAVES.withGateBefore(0).pending());

    var answer = bench.answerTo(byWorkflow("pause").put("taskToken", "token-2"));

    assertDecision(answer, "PAUSED", "PAUSE", 0);
    assertThat(bench.record.writes()).containsExactly("pause");
    assertThat(((PausedExecution) bench.record.current()).token())
        .isEqualTo(new CallbackToken("token-2"));
    assertThat(bench.aws.calls()).as("nobody has let it go on").isEmpty();
    assertThat(answer.toString()).doesNotContain("token-2");
  }

  @Test
  void resume_creates_the_wave_behind_the_gate() {
    var bench = Bench.with(THREE_WAVES.withRequest().paused());

    assertDecision(bench.answerTo(byWorkflow("resume")), "POLLING", "START_WAVE", 0);

    assertThat(bench.record.writes()).containsExactly("resume");
  }

  @Test
  void resume_without_an_operators_intent_is_another_pause() {
    var bench = Bench.with(THREE_WAVES.paused());

    assertDecision(bench.answerTo(byWorkflow("resume")), "PAUSED", "PAUSE", 0);

    assertThat(bench.record.writes()).isEmpty();
  }

  @Test
  void update_records_the_failure_that_is_due() {
    var bench = Bench.with(THREE_WAVES.withFailedWave().polling());

    var answer = bench.answerTo(byWorkflow("update"));

    assertDecision(answer, "FAILED", "DONE", -1);
    assertThat(bench.record.writes()).containsExactly("fail");
  }

  @Test
  void update_counts_how_often_it_was_read_again() {
    var bench = Bench.with(THREE_WAVES.polling());

    assertThat(bench.answerTo(byWorkflow("update").put("reReads", 4)).path("reReads").asInt())
        .isEqualTo(5);
    assertThat(bench.answerTo(byWorkflow("update")).path("reReads").asInt()).isEqualTo(1);
    assertThat(bench.answerTo(byWorkflow("create").put("reReads", 4)).path("reReads").asInt())
        .as("whatever else succeeds ends the row of errors")
        .isZero();
    assertThat(bench.record.writes()).isEmpty();
  }

  @Test
  void giving_up_records_the_failure_in_words() {
    var bench = Bench.with(THREE_WAVES.withRunningWave().polling());

    var answer =
        bench.answerTo(
            givingUp("States.TaskFailed", "{\"errorMessage\":\"no\",\"stackTrace\":[\"at a.B\"]}"));

    assertDecision(answer, "FAILED", "DONE", -1);
    assertThat(((FailedExecution) bench.record.current()).cause().message())
        .isEqualTo("The workflow could not go on: States.TaskFailed no");
  }

  @Test
  void giving_up_with_every_wave_completed_records_no_failure() {
    var bench = Bench.with(THREE_WAVES.withCompletedWaves(3).polling());

    assertDecision(bench.answerTo(givingUp("TooManyErrors", "")), "POLLING", "FINALIZE", -1);

    assertThat(bench.record.writes()).isEmpty();
  }

  @Test
  void giving_up_is_not_for_a_second_workflow() {
    var bench = Bench.with(THREE_WAVES.withRunningWave().polling());
    var event = givingUp("TooManyErrors", "").put("workflow", Bench.STRANGER);

    assertThatThrownBy(() -> bench.answerTo(event)).isInstanceOf(FinalFaultException.class);

    assertThat(bench.record.writes()).as("the first workflow is alive").isEmpty();
  }

  @Test
  void giving_up_before_it_was_on_record_is_possible() {
    var bench = Bench.with(THREE_WAVES.withoutWorkflow().pending());

    assertDecision(bench.answerTo(givingUp("States.ALL", "")), "FAILED", "DONE", -1);
  }

  @Test
  void finalize_completes_once() {
    var bench = Bench.with(THREE_WAVES.withCompletedWaves(3).polling());

    assertDecision(bench.answerTo(byWorkflow("finalize")), "COMPLETED", "DONE", -1);
    assertDecision(bench.answerTo(byWorkflow("finalize")), "COMPLETED", "DONE", -1);

    assertThat(bench.record.writes()).containsExactly("complete");
  }

  @Test
  void finalize_with_waves_outstanding_changes_nothing_and_says_what_to_do_instead() {
    var bench = Bench.with(THREE_WAVES.withCompletedWaves(1).polling());

    assertDecision(bench.answerTo(byWorkflow("finalize")), "POLLING", "RUN_WAVE", 1);

    assertThat(bench.record.writes()).isEmpty();
  }

  @Test
  void finalize_by_another_workflow_than_the_one_on_record_is_refused_for_good() {
    refusesStrangers(THREE_WAVES.withCompletedWaves(3).polling(), byWorkflow("finalize"));
    refusesStrangers(
        THREE_WAVES.withoutWorkflow().withCompletedWaves(3).polling(), byWorkflow("finalize"));
  }

  @Test
  void pause_and_resume_by_another_workflow_are_refused_for_good() {
    refusesStrangers(
        THREE_WAVES.withGateBefore(0).pending(), byWorkflow("pause").put("taskToken", "t"));
    refusesStrangers(THREE_WAVES.withRequest().paused(), byWorkflow("resume"));
  }

  private static void refusesStrangers(Execution execution, ObjectNode event) {
    var bench = Bench.with(execution);

    assertThatThrownBy(() -> bench.answerTo(event.put("workflow", Bench.STRANGER)))
        .isInstanceOf(FinalFaultException.class)
        .hasMessageContaining(Bench.STRANGER);
    assertThat(bench.record.writes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"find", "cancel"})
  void what_operators_and_the_schedule_are_for_is_refused(String operation) {
    var bench = Bench.with(THREE_WAVES.polling());

    assertThatThrownBy(() -> bench.answerTo(byWorkflow(operation)))
        .isInstanceOf(FinalFaultException.class)
        .hasMessage(
            "operation is %s, allowed is create, poll, update, finalize, pause, resume, startWave"
                .formatted(operation));
    assertThat(bench.record.writes()).isEmpty();
  }

  @Test
  void a_null_error_is_an_unknown_one() {
    var bench = Bench.with(THREE_WAVES.pending());
    var event = byWorkflow("update").put("giveUp", true);
    event.set("error", JsonNodeFactory.instance.nullNode());

    bench.answerTo(event);

    assertThat(((FailedExecution) bench.record.current()).cause().message())
        .isEqualTo("The workflow could not go on: unknown");
  }
}
