package io.drsorchestrator.local.statemachines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.adapter.in.lambda.FinalFaultException;
import io.drsorchestrator.adapter.in.lambda.RetryableFaultException;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.NextStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold in every state of both machines, read off their JSON. */
final class StateMachineRulesTest {

  private static final String LAMBDA = "arn:aws:states:::lambda:invoke";
  private static final String CALLBACK = LAMBDA + ".waitForTaskToken";
  private static final Set<String> PASSING_FAULTS =
      Set.of(
          RetryableFaultException.class.getName(),
          "Lambda.ServiceException",
          "Lambda.AWSLambdaException",
          "Lambda.SdkClientException",
          "Lambda.ClientExecutionTimeoutException",
          "Lambda.TooManyRequestsException",
          "Lambda.Unknown",
          "Lambda.ENINotReadyException",
          "Lambda.ResourceNotReadyException",
          "Lambda.SnapStartException",
          "Lambda.SnapStartNotReadyException",
          "Lambda.SnapStartTimeoutException",
          "Sandbox.Timedout");

  static Stream<Asl> machines() {
    return Stream.of(Asl.EXECUTION, Asl.WAVE);
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static Set<String> texts(JsonNode array) {
    var texts = new TreeSet<String>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static boolean callsHandler(JsonNode state) {
    return state.path("Resource").asText().startsWith(LAMBDA);
  }

  private static String operation(JsonNode state) {
    return Asl.payload(state).path("operation").asText();
  }

  @Test
  void exactly_one_state_finalizes() {
    var finalizing = new ArrayList<String>();
    machines()
        .forEach(
            machine ->
                finalizing.addAll(machine.states(s -> operation(s).equals("finalize")).keySet()));

    assertThat(finalizing).containsExactly("FinalizeExecution");
    assertThat(Asl.WAVE.text()).doesNotContain("finalize");
    assertThat(Asl.EXECUTION.before("FinalizeExecution"))
        .as("only after the whole plan was counted (AC-4.1)")
        .containsExactly("AllWavesComplete");
  }

  @ParameterizedTest
  @MethodSource("machines")
  void every_task_has_retries_and_a_time_limit(Asl machine) {
    assertThat(machine.ofType("Task")).isNotEmpty();
    machine
        .ofType("Task")
        .forEach(
            (name, task) -> {
              assertThat(task.path("Retry")).as(name).isNotEmpty();
              assertThat(task.path("TimeoutSeconds").asInt()).as(name).isPositive();
            });
  }

  /** Everything, and by name what States.ALL does not stand for; both lead to the same place. */
  @ParameterizedTest
  @MethodSource("machines")
  void every_task_catches_everything_and_keeps_its_input(Asl machine) {
    machine
        .ofType("Task")
        .forEach(
            (name, task) -> {
              var catchers = task.path("Catch");
              assertThat(elements(catchers).map(c -> c.path("ErrorEquals").path(0).asText()))
                  .as(name)
                  .containsExactly("States.DataLimitExceeded", "States.ALL");
              assertThat(catchers.findValuesAsText("Next")).as(name).hasSize(2);
              assertThat(Set.copyOf(catchers.findValuesAsText("Next"))).as(name).hasSize(1);
              // Whatever is caught, the input is kept: beside the error, or without it.
              assertThat(catchers.findValuesAsText("ResultPath"))
                  .as(name)
                  .containsOnly(name.equals("CountWave") ? "null" : "$.error");
            });
  }

  /** It has no outcome to write: its parent reads again and decides. */
  @Test
  void a_step_of_a_wave_that_fails_for_good_fails_its_machine() {
    assertThat(Asl.WAVE.ofType("Fail").keySet()).containsExactly("StepFailed");
    assertThat(Asl.WAVE.before("StepFailed")).containsExactlyInAnyOrder("PollWave", "StartWave");
    assertThat(Asl.EXECUTION.state("RecoverWave").path("Catch").findValuesAsText("Next"))
        .containsOnly("ReadAgain");
  }

  @ParameterizedTest
  @MethodSource("machines")
  void every_call_of_the_handler_is_retried_while_a_retry_may_help(Asl machine) {
    machine
        .states(StateMachineRulesTest::callsHandler)
        .forEach((name, task) -> assertThat(faultsRetried(task)).as(name).isTrue());
  }

  private static boolean faultsRetried(JsonNode task) {
    return elements(task.path("Retry"))
        .anyMatch(
            retrier ->
                texts(retrier.path("ErrorEquals")).containsAll(PASSING_FAULTS)
                    && retrier.path("MaxAttempts").asInt() == 1_440
                    && retrier.path("MaxDelaySeconds").asInt() == 60
                    && retrier.path("JitterStrategy").asText().equals("FULL"));
  }

  @ParameterizedTest
  @MethodSource("machines")
  void no_call_of_the_handler_is_retried_after_a_final_fault(Asl machine) {
    machine
        .states(StateMachineRulesTest::callsHandler)
        .forEach(
            (name, task) -> {
              var first =
                  elements(task.path("Retry"))
                      .filter(StateMachineRulesTest::matchesFinalFault)
                      .findFirst()
                      .orElseThrow();
              assertThat(first.path("MaxAttempts").asInt(-1)).as(name).isZero();
            });
  }

  private static boolean matchesFinalFault(JsonNode retrier) {
    var errors = texts(retrier.path("ErrorEquals"));
    return errors.contains(FinalFaultException.class.getName()) || errors.contains("States.ALL");
  }

  @ParameterizedTest
  @MethodSource("machines")
  void every_call_of_the_handler_says_who_calls_about_what(Asl machine) {
    machine
        .states(StateMachineRulesTest::callsHandler)
        .forEach(
            (name, task) -> {
              var payload = Asl.payload(task);
              assertThat(payload.path("executionId.$").asText())
                  .as(name)
                  .isEqualTo("$$.Execution.Input.executionId");
              assertThat(payload.path("planId.$").asText())
                  .as(name)
                  .isEqualTo("$$.Execution.Input.planId");
              assertThat(payload.path("workflow.$").asText()).as(name).isEqualTo("$$.Execution.Id");
            });
  }

  @Test
  void tokens_come_from_the_context_and_go_with_the_pause_alone() {
    var waiting = Asl.EXECUTION.states(s -> s.path("Resource").asText().equals(CALLBACK));

    assertThat(waiting.keySet()).containsExactly("PauseBeforeWave");
    var pause = Asl.EXECUTION.state("PauseBeforeWave");
    assertThat(operation(pause)).isEqualTo("pause");
    assertThat(Asl.payload(pause).path("taskToken.$").asText()).isEqualTo("$$.Task.Token");
    assertThat((Asl.EXECUTION.text() + Asl.WAVE.text()).split("Task.Token", -1)).hasSize(2);
    assertThat(pause.path("ResultPath").asText())
        .as("the ring must not replace the decision")
        .isEqualTo("$.ring");
    assertThat(texts(pause.path("Retry").path(0).path("ErrorEquals")))
        .containsExactly("States.Timeout");
  }

  @Test
  void every_end_was_on_record_before() {
    var ends = new TreeSet<>(Asl.EXECUTION.ofType("Succeed").keySet());
    ends.addAll(Asl.EXECUTION.ofType("Fail").keySet());

    assertThat(ends)
        .containsExactly(
            "ExecutionCancelled", "ExecutionCompleted", "ExecutionFailed", "OutcomeNotRecorded");
    ends.remove("OutcomeNotRecorded");
    assertThat(ends)
        .allSatisfy(
            end -> assertThat(Asl.EXECUTION.before(end)).containsExactly("RecordedOutcome"));
    assertThat(Asl.EXECUTION.before("RecordedOutcome"))
        .as("with the decision DONE, or what was written when giving up")
        .containsExactly("NextStep", "RecordGivingUp");
    assertThat(Asl.EXECUTION.before("OutcomeNotRecorded"))
        .containsExactly("RecordGivingUp", "RecordedOutcome");
    assertThat(Asl.EXECUTION.before("NextStep"))
        .as("answers of the handler, one of them after a wait")
        .allSatisfy(
            name ->
                assertThat(Asl.EXECUTION.state(name).path("Type").asText()).isIn("Task", "Wait"));
    assertThat(Asl.EXECUTION.states(s -> s.path("End").asBoolean())).isEmpty();
    assertThat(Asl.EXECUTION.json().has("TimeoutSeconds"))
        .as("nothing inside could catch it")
        .isFalse();
  }

  @Test
  void only_a_completed_record_is_a_success() {
    assertThat(Asl.EXECUTION.ofType("Succeed").keySet()).containsExactly("ExecutionCompleted");
    var choices = Asl.EXECUTION.state("RecordedOutcome").path("Choices").toString();

    Stream.of(ExecutionStatus.COMPLETED, ExecutionStatus.FAILED, ExecutionStatus.CANCELLED)
        .forEach(status -> assertThat(choices).contains("\"StringEquals\":\"" + status + "\""));
    assertThat(
            elements(Asl.EXECUTION.state("RecordedOutcome").path("Choices"))
                .filter(choice -> choice.path("Next").asText().equals("ExecutionCompleted"))
                .map(JsonNode::toString))
        .singleElement()
        .asString()
        .contains("\"" + ExecutionStatus.COMPLETED + "\"");
  }

  @Test
  void every_step_of_the_domain_is_known() {
    var known = Asl.EXECUTION.state("NextStep").findValuesAsText("StringEquals");

    assertThat(known)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(NextStep.Kind.values()).map(Enum::name).toList());
    assertThat(Asl.EXECUTION.state("NextStep").path("Default").asText()).isEqualTo("NoStep");
    assertThat(Asl.WAVE.state("WaveStep").findValuesAsText("StringEquals"))
        .containsExactly("START_WAVE", "AWAIT_WAVE");
  }

  @Test
  void no_loop_of_the_wave_machine_is_without_a_wait() {
    assertThat(Asl.WAVE.before("StartWave")).containsExactly("WaitToStart");
    assertThat(Asl.WAVE.before("PollWave")).containsExactly("WaitForWave");
    assertThat(Asl.WAVE.ofType("Wait").values())
        .allSatisfy(
            wait -> assertThat(wait.path("SecondsPath").asText()).isEqualTo("$.waitSeconds"));
  }

  @Test
  void a_wave_has_no_name_so_that_a_second_child_can_follow() {
    var parameters = Asl.EXECUTION.state("RecoverWave").path("Parameters");

    assertThat(parameters.has("Name")).isFalse();
    assertThat(parameters.path("StateMachineArn").asText()).isEqualTo("${WaveStateMachineArn}");
    assertThat(List.of(parameters.path("Input").path("waveNumber.$").asText()))
        .containsExactly("$.waveNumber");
  }
}
