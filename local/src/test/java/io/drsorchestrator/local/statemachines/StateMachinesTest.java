package io.drsorchestrator.local.statemachines;

import static io.drsorchestrator.local.statemachines.Step.awaitWave;
import static io.drsorchestrator.local.statemachines.Step.cancel;
import static io.drsorchestrator.local.statemachines.Step.done;
import static io.drsorchestrator.local.statemachines.Step.fail;
import static io.drsorchestrator.local.statemachines.Step.finalizing;
import static io.drsorchestrator.local.statemachines.Step.pause;
import static io.drsorchestrator.local.statemachines.Step.runWave;
import static io.drsorchestrator.local.statemachines.Step.startWave;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.stepfunctions.ExecutionSnapshot;
import io.drsorchestrator.local.stepfunctions.ExecutionStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the decisions of the handler lead: states, payloads and ends. */
final class StateMachinesTest {

  private static final String PARENT = "\"workflow\":\"" + Machines.WORKFLOW + "\"";

  private static String payload(String operation, String more) {
    return "{\"operation\":\"%s\",\"executionId\":\"execution-1\",\"planId\":\"plan-1\",%s}"
        .formatted(operation, more);
  }

  private static String ofChild(ExecutionSnapshot child, int wave) {
    return "\"workflow\":\"%s\",\"waveNumber\":%d".formatted(child.executionArn(), wave);
  }

  private static void assertFailed(Machines machines, String error) {
    assertThat(machines.execution().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(machines.execution().error()).hasValue(error);
  }

  @Test
  void three_waves_run_one_after_another_and_are_finalized_once() {
    var machines =
        Machines.answering(
                runWave(0),
                awaitWave(0, 30),
                awaitWave(0, 15),
                runWave(1),
                awaitWave(1, 30),
                runWave(2),
                awaitWave(2, 30),
                finalizing(),
                done("COMPLETED", 3))
            .run();

    assertThat(machines.execution().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(machines.states())
        .containsExactly(
            "CreateExecution",
            "NextStep",
            "RecoverWave",
            "NextStep",
            "RecoverWave",
            "NextStep",
            "RecoverWave",
            "NextStep",
            "AllWavesComplete",
            "FinalizeExecution",
            "NextStep",
            "RecordedOutcome",
            "ExecutionCompleted");
    assertThat(machines.statesOf(machines.children().get(0)))
        .containsExactly(
            "StartWave",
            "WaveStep",
            "WaitForWave",
            "PollWave",
            "WaveStep",
            "WaitForWave",
            "PollWave",
            "WaveStep",
            "HasCompleted",
            "CountWave",
            "WaveEnded");
    assertThat(machines.elapsed()).isEqualTo(Duration.ofSeconds(105));
  }

  @Test
  void every_payload_is_exactly_this() {
    var machines =
        Machines.answering(
                runWave(0),
                awaitWave(0, 30),
                awaitWave(0, 15),
                runWave(1),
                startWave(1, 60),
                awaitWave(1, 30),
                runWave(2),
                awaitWave(2, 30),
                finalizing(),
                done("COMPLETED", 3))
            .run();

    var first = ofChild(machines.children().get(0), 0);
    var second = ofChild(machines.children().get(1), 1);
    var third = ofChild(machines.children().get(2), 2);
    assertThat(machines.payloads())
        .containsExactlyElementsOf(
            List.of(
                    payload("create", PARENT),
                    payload("startWave", first),
                    payload("poll", first),
                    payload("poll", first),
                    payload("startWave", second),
                    payload("startWave", second),
                    payload("poll", second),
                    payload("startWave", third),
                    payload("poll", third),
                    payload("finalize", PARENT))
                .stream()
                .map(Machines::json)
                .toList());
    assertThat(Machines.json(machines.children().get(1).input()))
        .isEqualTo(
            Machines.json(
                """
                {"executionId":"execution-1","planId":"plan-1","waveNumber":1,
                 "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":"%s"}"""
                    .formatted(Machines.WORKFLOW)));
  }

  @Test
  void a_gate_waits_for_a_ring_that_carries_nothing() {
    var machines = Machines.answering(pause(0), pause(0)).start();

    machines.advance(Duration.ofHours(5));
    var token = machines.payloads().get(1).path("taskToken").asText();
    assertThat(machines.states()).endsWith("PauseBeforeWave");
    assertThat(token).isNotBlank();
    assertThat(machines.payloads().get(1))
        .isEqualTo(
            Machines.json(
                payload("pause", PARENT + ",\"waveNumber\":0,\"taskToken\":\"" + token + "\"")));

    machines.then(startWave(0, 1), awaitWave(0, 30), done("FAILED", 0));
    machines.stepFunctions.sendTaskSuccess(token, "{}");
    machines.time.runUntilIdle();

    assertThat(machines.payloads().get(2)).isEqualTo(Machines.json(payload("resume", PARENT)));
    assertThat(machines.states())
        .containsExactly(
            "CreateExecution",
            "NextStep",
            "PauseBeforeWave",
            "ResumeExecution",
            "NextStep",
            "RecoverWave",
            "NextStep",
            "RecordedOutcome",
            "ExecutionFailed");
    assertThat(machines.payloads().get(3).path("waveNumber").asInt()).isZero();
  }

  @Test
  void a_lost_ring_costs_a_time_out_after_which_a_new_token_is_paused_with() {
    var machines = Machines.answering(pause(1), pause(1)).start();
    machines.then(pause(1)).advance(Duration.ofHours(6).plusSeconds(2));

    assertThat(machines.operations()).containsExactly("create", "pause", "pause");
    assertThat(machines.execution().status()).isEqualTo(ExecutionStatus.RUNNING);
    var tokens =
        machines.payloads().stream().skip(1).map(p -> p.path("taskToken").asText()).toList();
    assertThat(tokens).doesNotHaveDuplicates().hasSize(2);

    machines.then(done("FAILED", 1));
    machines.stepFunctions.sendTaskSuccess(tokens.get(1), "{}");
    machines.time.runUntilIdle();

    assertThat(machines.operations()).endsWith("pause", "resume");
    assertThat(machines.states()).doesNotContain("ReadAgain");
  }

  @Test
  void a_pause_outlasts_half_a_year_of_lost_rings() {
    var machines = Machines.answering(pause(1), pause(1)).start();
    for (int i = 0; i < 720; i++) {
      machines.then(pause(1)).advance(Duration.ofHours(6).plusSeconds(1));
    }

    assertThat(machines.execution().status()).isEqualTo(ExecutionStatus.RUNNING);
    assertThat(machines.states())
        .as("one stay, with a token after the other")
        .containsExactly("CreateExecution", "NextStep", "PauseBeforeWave");
    assertThat(machines.history(machines.execution())).hasSizeLessThan(5_000);
  }

  @Test
  void a_failed_wave_is_recorded_before_the_end() {
    var machines =
        Machines.answering(runWave(0), awaitWave(0, 30), fail(0), done("FAILED", 0)).run();

    assertFailed(machines, "ExecutionFailed");
    assertThat(machines.states())
        .endsWith(
            "RecoverWave",
            "NextStep",
            "RecordFailure",
            "NextStep",
            "RecordedOutcome",
            "ExecutionFailed");
    assertThat(machines.payloads().get(3)).isEqualTo(Machines.json(payload("update", PARENT)));
  }

  @Test
  void a_cancellation_is_recorded_before_the_end_and_is_no_success() {
    var machines =
        Machines.answering(runWave(0), awaitWave(0, 30), cancel(1), done("CANCELLED", 1)).run();

    assertFailed(machines, "ExecutionCancelled");
    assertThat(machines.states())
        .endsWith(
            "RecoverWave",
            "NextStep",
            "RecordCancellation",
            "NextStep",
            "RecordedOutcome",
            "ExecutionCancelled");
    assertThat(machines.payloads().get(3)).isEqualTo(Machines.json(payload("update", PARENT)));
  }

  /** NFR-3.4. */
  @Test
  void every_completed_wave_is_a_metric_of_the_workflow() {
    var machines = recoveringThreeWaves().run();

    assertThat(machines.metrics)
        .hasSize(3)
        .allSatisfy(
            metric -> {
              assertThat(metric.path("Namespace").asText()).isEqualTo("DROrchestration/Workflow");
              assertThat(metric.path("MetricData"))
                  .isEqualTo(
                      Machines.json(
                          """
                          [{"MetricName": "WavesCompleted", "Unit": "Count", "Value": 1, "Dimensions":
                            [{"Name": "StateMachineName", "Value": "waves"}]}]
                          """));
            });
  }

  @Test
  void a_metric_that_fails_does_not_fail_its_wave() {
    var machines = recoveringThreeWaves().withoutCloudWatch().run();

    assertThat(machines.states()).endsWith("ExecutionCompleted");
    assertThat(machines.metrics).isEmpty();
    assertThat(machines.children())
        .allSatisfy(
            child -> {
              assertThat(machines.statesOf(child)).endsWith("CountWave", "WaveEnded");
              assertThat(Machines.json(child.output().orElseThrow()).path("next").asText())
                  .isNotEmpty();
            });
  }

  @Test
  void a_wave_that_fails_is_no_metric_of_a_completed_one() {
    var machines =
        Machines.answering(runWave(0), awaitWave(0, 30), fail(0), done("FAILED", 0)).run();

    assertThat(machines.states()).endsWith("ExecutionFailed");
    assertThat(machines.metrics).isEmpty();
  }

  private static Machines recoveringThreeWaves() {
    return Machines.answering(
        runWave(0),
        awaitWave(0, 30),
        runWave(1),
        awaitWave(1, 30),
        runWave(2),
        awaitWave(2, 30),
        finalizing(),
        done("COMPLETED", 3));
  }

  @Test
  void quotas_are_waited_for_in_the_wave_machine() {
    var machines =
        Machines.answering(
                runWave(0), startWave(0, 60), startWave(0, 300), awaitWave(0, 15), fail(0))
            .run();

    var child = machines.children().get(0);
    assertThat(machines.statesOf(child))
        .containsExactly(
            "StartWave",
            "WaveStep",
            "WaitToStart",
            "StartWave",
            "WaveStep",
            "WaitToStart",
            "StartWave",
            "WaveStep",
            "WaitForWave",
            "PollWave",
            "WaveStep",
            "HasCompleted",
            "WaveEnded");
    assertThat(Duration.between(child.startDate(), child.stopDate().orElseThrow()))
        .isEqualTo(Duration.ofSeconds(375));
  }

  @Test
  void the_wave_machine_hands_its_last_decision_to_the_parent() {
    var machines = Machines.answering(runWave(0), awaitWave(0, 30), pause(1)).start();
    machines.advance(Duration.ofMinutes(5));

    var output = machines.children().get(0).output().orElseThrow();
    assertThat(Machines.json(output)).isEqualTo(Machines.json(pause(1).json()));
    assertThat(machines.states()).endsWith("PauseBeforeWave");
    assertThat(machines.payloads().get(3).path("waveNumber").asInt()).isEqualTo(1);
  }

  @Test
  void a_child_that_dies_is_read_again_and_followed_by_another_one() {
    var machines = Machines.answering(runWave(0), awaitWave(0, 30)).start();
    machines.then(runWave(0).readAgain(1), awaitWave(0, 30), done("FAILED", 0));

    machines.stepFunctions.stopExecution(
        machines.children().get(0).executionArn(), "Lost", "a crash");
    machines.time.runUntilIdle();

    assertThat(machines.states())
        .containsExactly(
            "CreateExecution",
            "NextStep",
            "RecoverWave",
            "ReadAgain",
            "CountReads",
            "WaitAfterError",
            "NextStep",
            "RecoverWave",
            "NextStep",
            "RecordedOutcome",
            "ExecutionFailed");
    assertThat(machines.payloads().get(2))
        .isEqualTo(Machines.json(payload("update", PARENT + ",\"reReads\":0")));
    assertThat(machines.children()).hasSize(2);
    assertThat(machines.children().get(1).input()).isEqualTo(machines.children().get(0).input());
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED, ExecutionCompleted, SUCCEEDED",
    "FAILED, ExecutionFailed, FAILED",
    "CANCELLED, ExecutionCancelled, FAILED",
    "POLLING, OutcomeNotRecorded, FAILED"
  })
  void what_is_done_ends_as_it_is_on_record(String status, String end, ExecutionStatus workflow) {
    var machines = Machines.answering(done(status, 3)).run();

    assertThat(machines.execution().status()).isEqualTo(workflow);
    assertThat(machines.states())
        .containsExactly("CreateExecution", "NextStep", "RecordedOutcome", end);
    assertThat(machines.execution().error().orElse("ExecutionCompleted")).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"next\":null}",
        "{\"next\":7}",
        "{\"next\":\"DANCE\"}",
        "{\"next\":\"FINALIZE\",\"completedWaves\":2,\"totalWaves\":3}",
        "{\"next\":\"FINALIZE\",\"completedWaves\":0,\"totalWaves\":0}",
        "{\"next\":\"FINALIZE\"}"
      })
  void a_decision_that_makes_no_sense_is_a_failure_on_record(String decision) {
    var machines = Machines.answering();
    machines.handler.returning(decision);
    machines.then(done("FAILED", 0)).run();

    assertFailed(machines, "ExecutionFailed");
    assertThat(machines.states())
        .endsWith("NoStep", "RecordGivingUp", "RecordedOutcome", "ExecutionFailed");
    assertThat(machines.payloads().get(1))
        .isEqualTo(
            Machines.json(
                payload(
                    "update",
                    PARENT
                        + ",\"giveUp\":true,\"error\":{\"Error\":\"NoStep\",\"Cause\":"
                        + "\"The handler named no step that this workflow knows\"}")));
  }

  @Test
  void an_answer_without_status_is_no_recorded_outcome() {
    var machines = Machines.answering();
    machines.handler.returning("{\"next\":\"DONE\"}");
    machines.run();

    assertFailed(machines, "OutcomeNotRecorded");
  }

  @Test
  void stopping_the_workflow_stops_the_wave_and_asks_nobody() {
    var machines = Machines.answering(runWave(0), awaitWave(0, 30)).start();

    machines.stepFunctions.stopExecution(Machines.WORKFLOW, "UserCancelled", "by user");
    machines.time.runUntilIdle();

    assertThat(machines.execution().status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(machines.children().get(0).status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(machines.operations()).containsExactly("create", "startWave");
    assertThat(machines.elapsed()).isZero();
  }

  @Test
  void stopping_a_paused_workflow_closes_its_token() {
    var machines = Machines.answering(pause(0), pause(0)).start();

    machines.stepFunctions.stopExecution(Machines.WORKFLOW, "UserCancelled", "by user");
    machines.time.runUntilIdle();

    assertThat(machines.execution().status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(machines.operations()).containsExactly("create", "pause");
  }
}
