package io.drsorchestrator.local.stepfunctions;

import static io.drsorchestrator.local.stepfunctions.Laboratory.MACHINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.local.asl.Json;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting, stopping, listing and following executions. */
final class ManagingExecutionsTest {
  private final Laboratory laboratory =
      Laboratory.with("'A':{'Type':'Wait','Seconds':60,'End':true}");
  private final StepFunctions stepFunctions = laboratory.stepFunctions;

  private static void assertRefused(ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StepFunctionsException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void the_same_name_and_input_is_the_same_execution_while_it_runs() {
    var first = stepFunctions.startExecution(MACHINE, "one", "{\"a\":1}");
    laboratory.time.advance(Duration.ofSeconds(5));

    var again = stepFunctions.startExecution(MACHINE, "one", "{\"a\":1}");

    assertThat(again).isEqualTo(first);
    assertThat(stepFunctions.listExecutions(MACHINE, any -> true)).hasSize(1);
  }

  @Test
  void the_same_name_with_other_bytes_or_after_the_end_is_taken() {
    stepFunctions.startExecution(MACHINE, "one", "{\"a\":1}");

    assertRefused(
        () -> stepFunctions.startExecution(MACHINE, "one", "{\"a\": 1}"), "ExecutionAlreadyExists");
    laboratory.time.runUntilIdle();
    assertRefused(
        () -> stepFunctions.startExecution(MACHINE, "one", "{\"a\":1}"), "ExecutionAlreadyExists");
  }

  @Test
  void the_same_name_of_another_machine_is_another_execution() {
    laboratory.and("other", "'A':{'Type':'Succeed'}");
    var first = stepFunctions.startExecution(MACHINE, "one", "{}");

    var second = stepFunctions.startExecution(MACHINE.replace("machine", "other"), "one", "{}");

    assertThat(second.executionArn()).isNotEqualTo(first.executionArn());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "a/b",
        "a:b",
        "a,b",
        "a;b",
        "a#b",
        "a*",
        "a?",
        "a<b",
        "a{b",
        "a[b",
        "a\"b",
        "a\\b",
        "a|b",
        "a~b",
        "a`b",
        "a$b",
        "a&b",
        "a%b",
        "a^b",
        "a\u0007b",
        "a\nb"
      })
  void a_name_with_a_forbidden_character_is_refused(String name) {
    assertRefused(() -> stepFunctions.startExecution(MACHINE, name, "{}"), "InvalidName");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "A-1_b.c", "a'b", "(a)", "\u00e9", "a@b!=+"})
  void other_names_are_allowed(String name) {
    assertThat(stepFunctions.startExecution(MACHINE, name, "{}").name()).isEqualTo(name);
  }

  @Test
  void a_name_may_have_80_characters() {
    assertThat(stepFunctions.startExecution(MACHINE, "a".repeat(80), "{}").name()).hasSize(80);
    assertRefused(() -> stepFunctions.startExecution(MACHINE, "a".repeat(81), "{}"), "InvalidName");
  }

  @Test
  void what_does_not_exist_or_is_not_valid_is_refused_by_name() {
    var execution = MACHINE.replace("stateMachine", "execution") + ":one";

    assertRefused(() -> stepFunctions.startExecution("x", null, "{}"), "InvalidArn");
    assertRefused(() -> stepFunctions.startExecution(execution, null, "{}"), "InvalidArn");
    assertRefused(
        () -> stepFunctions.startExecution(MACHINE + "x", null, "{}"), "StateMachineDoesNotExist");
    assertRefused(() -> stepFunctions.startExecution(MACHINE, null, "{"), "InvalidExecutionInput");
    assertRefused(
        () -> stepFunctions.startExecution(MACHINE, null, "\"" + "x".repeat(262_143) + "\""),
        "InvalidExecutionInput");
    assertRefused(() -> stepFunctions.describeExecution(MACHINE), "InvalidArn");
    assertRefused(() -> stepFunctions.describeExecution(execution), "ExecutionDoesNotExist");
    assertRefused(
        () -> stepFunctions.stopExecution(execution, null, null), "ExecutionDoesNotExist");
    assertRefused(() -> stepFunctions.getExecutionHistory(execution), "ExecutionDoesNotExist");
    assertRefused(() -> stepFunctions.describeStateMachine(execution), "InvalidArn");
  }

  @Test
  void executions_are_listed_newest_first_and_by_status() {
    var first = stepFunctions.startExecution(MACHINE, "one", "{}");
    var second = stepFunctions.startExecution(MACHINE, "two", "{}");
    stepFunctions.stopExecution(first.executionArn(), null, null);

    assertThat(stepFunctions.listExecutions(MACHINE, any -> true))
        .extracting(ExecutionSnapshot::name)
        .containsExactly("two", "one");
    assertThat(stepFunctions.listExecutions(MACHINE, ExecutionStatus.RUNNING::equals))
        .containsExactly(second);
  }

  @Test
  void stopping_an_execution_that_is_over_changes_nothing() {
    var done = laboratory.run("{}");
    laboratory.time.advance(Duration.ofHours(1));

    assertThat(stepFunctions.stopExecution(done.executionArn(), "Stop", "late")).isEqualTo(done);
  }

  @Test
  void an_execution_that_takes_longer_than_its_machine_allows_times_out() {
    laboratory.machine(
        "machine",
        """
        {'StartAt':'A','TimeoutSeconds':30,'States':{
          'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','End':true,
               'Parameters':{'FunctionName':'f'},
               'Catch':[{'ErrorEquals':['States.ALL'],'Next':'B'}]},
          'B':{'Type':'Succeed'}}}""");

    var execution = laboratory.run("{}");

    assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(laboratory.elapsed()).isEqualTo(Duration.ofSeconds(30));
    assertThat(laboratory.eventTypes(execution)).endsWith("TaskStarted", "ExecutionTimedOut");
  }

  @Test
  void an_execution_that_ends_in_time_leaves_no_timer_behind() {
    laboratory.machine(
        "machine", "{'StartAt':'A','TimeoutSeconds':3600,'States':{'A':{'Type':'Succeed'}}}");

    laboratory.run("{}");

    assertThat(laboratory.elapsed()).isZero();
  }

  @Test
  void an_execution_keeps_the_definition_it_began_with() {
    var arn = laboratory.start("{}");
    laboratory.and("machine", "'A':{'Type':'Fail'}");
    laboratory.time.runUntilIdle();

    assertThat(stepFunctions.describeExecution(arn).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(laboratory.run("{}").status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(stepFunctions.stateMachines()).hasSize(1);
  }

  @Test
  void the_listener_hears_of_the_start_and_of_the_end() {
    var execution = laboratory.run("{'a':1}");

    assertThat(laboratory.changes)
        .extracting(ExecutionSnapshot::status)
        .containsExactly(ExecutionStatus.RUNNING, ExecutionStatus.SUCCEEDED);
    assertThat(laboratory.changes.get(1)).isEqualTo(execution);
  }

  @Test
  void the_detail_of_a_status_change_is_that_of_event_bridge() {
    var stopped =
        stepFunctions.stopExecution(
            stepFunctions.startExecution(MACHINE, "one", "{}").executionArn(), "Stop", null);

    assertThat(StatusChangeEvent.detail(stopped))
        .isEqualTo(
            Json.parse(
                    Laboratory.json(
                        "{'executionArn':'%s','stateMachineArn':'%s','name':'one',"
                                .formatted(stopped.executionArn(), MACHINE)
                            + "'status':'ABORTED','startDate':1767268800000,"
                            + "'stopDate':1767268800000,'input':'{}','output':null,"
                            + "'error':'Stop','cause':null}"))
                .orElseThrow());
  }

  @Test
  void the_same_seed_gives_the_same_names_and_another_execution_another_name() {
    var other = Laboratory.with("'A':{'Type':'Succeed'}");

    assertThat(other.run("{}").name()).isEqualTo(laboratory.run("{}").name());
    assertThat(other.run("{}").name()).isNotEqualTo(laboratory.changes.get(0).name());
  }
}
