package io.drsorchestrator.local.statemachines;

import static io.drsorchestrator.local.statemachines.Step.awaitWave;
import static io.drsorchestrator.local.statemachines.Step.done;
import static io.drsorchestrator.local.statemachines.Step.fail;
import static io.drsorchestrator.local.statemachines.Step.finalizing;
import static io.drsorchestrator.local.statemachines.Step.pause;
import static io.drsorchestrator.local.statemachines.Step.runWave;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.stepfunctions.EventType;
import io.drsorchestrator.local.stepfunctions.ExecutionSnapshot;
import io.drsorchestrator.local.stepfunctions.ExecutionStatus;
import io.drsorchestrator.local.stepfunctions.HistoryEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the state machines do when the handler, Lambda or a wave fails. */
final class FaultyHandlerTest {

  private static void assertOnRecord(Machines machines, String error) {
    assertThat(machines.execution().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(machines.execution().error()).hasValue(error);
  }

  private static long count(List<String> all, String one) {
    return Collections.frequency(all, one);
  }

  /** The pauses between the attempts of the first task of {@code execution}. */
  private static List<Duration> pauses(Machines machines, ExecutionSnapshot execution) {
    var attempts =
        machines.history(execution).stream()
            .filter(event -> event.type() == EventType.TASK_SCHEDULED)
            .map(HistoryEvent::timestamp)
            .toList();
    var pauses = new ArrayList<Duration>();
    for (int i = 1; i < attempts.size(); i++) {
      pauses.add(Duration.between(attempts.get(i - 1), attempts.get(i)));
    }
    return pauses;
  }

  @Test
  void throttling_is_retried_with_growing_pauses_of_at_most_a_minute() {
    var machines = Machines.answering(runWave(0)).throttling(300).then(done("FAILED", 0)).run();

    var pauses = pauses(machines, machines.children().get(0));
    assertThat(pauses).hasSize(300);
    assertThat(pauses.get(0)).isLessThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(pauses.get(1)).isLessThanOrEqualTo(Duration.ofSeconds(4));
    assertThat(pauses)
        .allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(Duration.ofMinutes(1)))
        .anySatisfy(pause -> assertThat(pause).isGreaterThan(Duration.ofSeconds(50)));
    assertThat(pauses.stream().distinct().count()).as("jitter").isGreaterThan(100);
    assertThat(machines.states()).doesNotContain("ReadAgain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lambda.Unknown",
        "Sandbox.Timedout",
        "Lambda.ServiceException",
        "Lambda.AWSLambdaException",
        "Lambda.SdkClientException",
        "Lambda.SnapStartNotReadyException"
      })
  void what_passes_is_retried_in_every_task(String error) {
    var machines =
        Machines.answering()
            .failing(error, 20)
            .then(runWave(0))
            .failing(error, 20)
            .then(awaitWave(0, 30))
            .failing(error, 20)
            .then(pause(1))
            .failing(error, 20)
            .then(pause(1))
            .start()
            .advance(Duration.ofHours(2));

    assertThat(machines.states())
        .containsExactly(
            "CreateExecution", "NextStep", "RecoverWave", "NextStep", "PauseBeforeWave");
    assertThat(machines.operations()).hasSize(84);
  }

  @Test
  void faults_that_the_handler_calls_retryable_are_retried_for_hours() {
    var machines =
        Machines.answering().failing(Machines.RETRYABLE, 1_440).then(done("COMPLETED", 3)).run();

    assertThat(machines.execution().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(machines.elapsed()).isGreaterThan(Duration.ofHours(8));
    assertThat(machines.states()).doesNotContain("RecordGivingUp");
  }

  @Test
  void final_faults_are_not_retried_but_read_again() {
    var machines =
        Machines.answering(runWave(0))
            .failing(Machines.FINAL, 1)
            .then(fail(0).readAgain(1), done("FAILED", 0))
            .run();

    assertThat(machines.operations()).containsExactly("create", "startWave", "update", "update");
    assertThat(machines.states())
        .containsSubsequence("RecoverWave", "ReadAgain", "RecordFailure", "ExecutionFailed");
    assertThat(machines.elapsed()).isEqualTo(Duration.ofSeconds(15));
    assertOnRecord(machines, "ExecutionFailed");
  }

  /** States.ALL does not stand for it: without a name of its own it would end the machine. */
  @Test
  void an_answer_that_is_too_large_is_read_again_in_either_machine() {
    var machines =
        Machines.answering(runWave(0))
            .failing("States.DataLimitExceeded", 1)
            .then(finalizing().readAgain(1))
            .failing("States.DataLimitExceeded", 1)
            .then(done("COMPLETED", 3))
            .run();

    assertThat(machines.operations())
        .containsExactly("create", "startWave", "update", "finalize", "update");
    assertThat(machines.statesOf(machines.children().get(0)))
        .containsExactly("StartWave", "StepFailed");
    assertThat(machines.execution().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void errors_that_nobody_knows_are_tried_five_times() {
    var machines =
        Machines.answering(runWave(0))
            .failing("java.lang.IllegalStateException", 5)
            .then(done("FAILED", 0))
            .run();

    assertThat(machines.operations())
        .containsExactly(
            "create", "startWave", "startWave", "startWave", "startWave", "startWave", "update");
  }

  @Test
  void after_too_many_errors_in_a_row_giving_up_is_recorded() {
    var machines = Machines.answering(runWave(0));
    for (int again = 1; again <= 6; again++) {
      machines.failing(Machines.FINAL, 1).then(runWave(0).readAgain(again));
    }
    machines.then(done("FAILED", 0)).run();

    assertOnRecord(machines, "ExecutionFailed");
    assertThat(count(machines.states(), "RecoverWave")).isEqualTo(6);
    assertThat(machines.states())
        .endsWith(
            "ReadAgain",
            "CountReads",
            "TooManyErrors",
            "RecordGivingUp",
            "RecordedOutcome",
            "ExecutionFailed");
    var reReads =
        machines.payloads().stream()
            .filter(payload -> payload.has("reReads"))
            .map(payload -> payload.path("reReads").asInt())
            .toList();
    assertThat(reReads).containsExactly(0, 1, 2, 3, 4, 5);
    var last = machines.payloads().get(machines.payloads().size() - 1);
    assertThat(last.path("giveUp").booleanValue()).isTrue();
    assertThat(last.path("error").path("Error").asText()).isEqualTo("TooManyErrors");
  }

  @Test
  void a_wave_that_goes_on_ends_the_row_of_errors() {
    var machines = Machines.answering(runWave(0));
    for (int wave = 0; wave < 10; wave++) {
      machines.failing(Machines.FINAL, 1).then(runWave(0).readAgain(1), runWave(0));
    }
    machines.then(done("FAILED", 0)).run();

    assertThat(count(machines.states(), "ReadAgain")).isEqualTo(10);
    assertThat(machines.states()).doesNotContain("TooManyErrors");
  }

  @Test
  void an_answer_that_counts_no_errors_is_given_up() {
    var machines = Machines.answering(runWave(0)).failing(Machines.FINAL, 1);
    machines.handler.returning("{\"next\":\"RUN_WAVE\",\"waveNumber\":0}");
    machines.then(done("FAILED", 0)).run();

    assertThat(machines.states())
        .endsWith("TooManyErrors", "RecordGivingUp", "RecordedOutcome", "ExecutionFailed");
  }

  @Test
  void a_resume_that_fails_after_the_ring_is_read_again() {
    var machines = Machines.answering(pause(1), pause(1)).start();
    machines.failing(Machines.FINAL, 1).then(done("FAILED", 1).readAgain(1));

    machines.stepFunctions.sendTaskSuccess(
        machines.payloads().get(1).path("taskToken").asText(), "{}");
    machines.time.runUntilIdle();

    assertThat(machines.states())
        .as("the ring has not replaced the decision")
        .containsSubsequence("ResumeExecution", "ReadAgain", "RecordedOutcome", "ExecutionFailed");
  }

  @Test
  void an_execution_that_cannot_even_be_created_is_given_up() {
    var machines = Machines.answering().failing(Machines.FINAL, 1).then(done("FAILED", 0)).run();

    assertThat(machines.states())
        .containsExactly("CreateExecution", "RecordGivingUp", "RecordedOutcome", "ExecutionFailed");
    assertThat(machines.payloads().get(1).path("error").path("Error").asText())
        .isEqualTo(Machines.FINAL);
  }

  @Test
  void giving_up_that_cannot_be_recorded_is_left_to_the_reconciler() {
    var machines = Machines.answering().failing(Machines.FINAL, 2).run();

    assertThat(machines.states())
        .containsExactly("CreateExecution", "RecordGivingUp", "OutcomeNotRecorded");
    assertOnRecord(machines, "OutcomeNotRecorded");
  }

  @Test
  void finalizing_is_tried_for_hours() {
    var machines =
        Machines.answering(finalizing())
            .failing(Machines.RETRYABLE, 1_000)
            .throttling(400)
            .then(done("COMPLETED", 3))
            .run();

    assertThat(machines.execution().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(machines.states())
        .containsExactly(
            "CreateExecution",
            "NextStep",
            "AllWavesComplete",
            "FinalizeExecution",
            "NextStep",
            "RecordedOutcome",
            "ExecutionCompleted");
  }

  @Test
  void finalizing_that_is_refused_is_tried_again_and_never_recorded_as_a_failure() {
    var machines = Machines.answering(finalizing());
    for (int again = 1; again <= 6; again++) {
      machines.failing(Machines.FINAL, 1).then(finalizing().readAgain(again));
    }
    machines.then(finalizing()).run();

    assertThat(count(machines.operations(), "finalize")).isEqualTo(6);
    assertThat(machines.states())
        .doesNotContain("RecordFailure", "ExecutionFailed")
        .endsWith("RecordGivingUp", "RecordedOutcome", "OutcomeNotRecorded");
    assertOnRecord(machines, "OutcomeNotRecorded");
  }

  @Test
  void a_function_that_hangs_is_asked_again() {
    var machines = Machines.answering().start();
    machines.then(done("COMPLETED", 3)).advance(Duration.ofSeconds(323));

    assertThat(machines.operations()).containsExactly("create", "create");
    assertThat(machines.execution().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }
}
