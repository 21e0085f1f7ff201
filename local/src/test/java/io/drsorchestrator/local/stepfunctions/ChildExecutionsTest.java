package io.drsorchestrator.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.asl.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Executions that are tasks of other executions. */
final class ChildExecutionsTest {
  private static final String CHILD = "arn:aws:states:eu-west-1:123456789012:stateMachine:child";

  private static Laboratory parent(String parameters, String more) {
    return Laboratory.with(
        "'A':{'Type':'Task','Resource':'arn:aws:states:::states:startExecution.sync:2',"
            + "'Parameters':{'StateMachineArn':'"
            + CHILD
            + "'"
            + parameters
            + "}"
            + more
            + ",'End':true}");
  }

  private static ExecutionSnapshot child(Laboratory laboratory) {
    return laboratory.stepFunctions.listExecutions(CHILD, any -> true).get(0);
  }

  @Test
  void the_output_of_the_child_arrives_as_json_under_output() {
    var laboratory =
        parent(",'Input':{'wave.$':'$.n'}", ",'ResultSelector':{'got.$':'$.Output.wave'}")
            .and("child", "'A':{'Type':'Wait','Seconds':60,'End':true}");

    var execution = laboratory.run("{'n':4}");

    assertThat(execution.output()).hasValue("{\"got\":4}");
    assertThat(child(laboratory).input()).isEqualTo("{\"wave\":4}");
    assertThat(child(laboratory).name()).hasSize(36);
    assertThat(laboratory.eventTypes(execution))
        .containsExactly(
            "ExecutionStarted",
            "TaskStateEntered",
            "TaskScheduled",
            "TaskStarted",
            "TaskSubmitted",
            "TaskSucceeded",
            "TaskStateExited",
            "ExecutionSucceeded");
  }

  @Test
  void the_result_describes_the_child() {
    var laboratory = parent(",'Name':'wave-0'", "").and("child", "'A':{'Type':'Succeed'}");

    var result = Json.parse(laboratory.run("{}").output().orElseThrow()).orElseThrow();

    assertThat(result.path("ExecutionArn").asText())
        .isEqualTo("arn:aws:states:eu-west-1:123456789012:execution:child:wave-0");
    assertThat(result.path("Status").asText()).isEqualTo("SUCCEEDED");
    assertThat(result.path("Name").asText()).isEqualTo("wave-0");
    assertThat(result.path("Input").isObject()).isTrue();
    assertThat(result.path("StopDate").asLong()).isEqualTo(Laboratory.NOON.toEpochMilli());
  }

  @Test
  void a_child_that_fails_is_a_failed_task_that_says_how() {
    var laboratory =
        parent("", "").and("child", "'A':{'Type':'Fail','Error':'Lost','Cause':'why'}");

    var execution = laboratory.run("{}");

    assertThat(execution.error()).hasValue("States.TaskFailed");
    var cause = Json.parse(execution.cause().orElseThrow()).orElseThrow();
    assertThat(cause.path("Status").asText()).isEqualTo("FAILED");
    assertThat(cause.path("Error").asText()).isEqualTo("Lost");
    assertThat(cause.path("Cause").asText()).isEqualTo("why");
  }

  @Test
  void a_child_that_takes_longer_than_its_machine_allows_is_a_failed_task() {
    var laboratory =
        parent("", "")
            .machine(
                "child",
                "{'StartAt':'A','TimeoutSeconds':30,'States':"
                    + "{'A':{'Type':'Wait','Seconds':60,'End':true}}}");

    var execution = laboratory.run("{}");

    assertThat(execution.error()).hasValue("States.TaskFailed");
    assertThat(execution.cause().orElseThrow()).contains("\"Status\":\"TIMED_OUT\"");
    assertThat(child(laboratory).status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(child(laboratory).error()).hasValue("States.Timeout");
    assertThat(laboratory.elapsed()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void stopping_the_parent_stops_the_child() {
    var laboratory = parent("", "").and("child", "'A':{'Type':'Wait','Seconds':60,'End':true}");
    var arn = laboratory.start("{}");

    laboratory.stepFunctions.stopExecution(arn, "Stop", "asked");
    laboratory.time.runUntilIdle();

    assertThat(child(laboratory).status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(laboratory.stepFunctions.describeExecution(arn).error()).hasValue("Stop");
    assertThat(laboratory.elapsed()).isZero();
  }

  @Test
  void a_stopped_child_is_a_failed_task() {
    var laboratory = parent("", "").and("child", "'A':{'Type':'Wait','Seconds':60,'End':true}");
    var arn = laboratory.start("{}");

    laboratory.stepFunctions.stopExecution(child(laboratory).executionArn(), null, null);

    var execution = laboratory.stepFunctions.describeExecution(arn);
    assertThat(execution.error()).hasValue("States.TaskFailed");
    assertThat(execution.cause().orElseThrow()).contains("\"Status\":\"ABORTED\"");
  }

  @Test
  void a_task_that_times_out_stops_its_child() {
    var laboratory =
        parent("", ",'TimeoutSeconds':30")
            .and("child", "'A':{'Type':'Wait','Seconds':60,'End':true}");

    var execution = laboratory.run("{}");

    assertThat(execution.error()).hasValue("States.Timeout");
    assertThat(child(laboratory).status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(laboratory.eventTypes(execution))
        .contains("TaskTimedOut")
        .doesNotContain("TaskFailed");
  }

  @Test
  void a_child_that_cannot_be_started_is_an_error_of_step_functions() {
    var missing = parent("", "");
    var taken =
        parent(",'Name':'taken'", "").and("child", "'A':{'Type':'Wait','Seconds':9,'End':true}");
    taken.stepFunctions.startExecution(CHILD, "taken", "{\"other\":1}");

    assertThat(missing.run("{}").error())
        .hasValue("StepFunctions.StateMachineDoesNotExistException");
    assertThat(taken.run("{}").error()).hasValue("StepFunctions.ExecutionAlreadyExistsException");
  }
}
