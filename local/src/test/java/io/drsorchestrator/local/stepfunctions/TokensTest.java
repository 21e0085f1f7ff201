package io.drsorchestrator.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Tasks that wait for a callback: their tokens, time-outs and heartbeats. */
final class TokensTest {
  private static Laboratory task(String more) {
    var laboratory =
        Laboratory.with(
            "'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken',"
                + "'Parameters':{'FunctionName':'f','Payload.$':'$$.Task.Token'}"
                + more
                + ",'End':true}");
    laboratory.lambda.returning("{}").returning("{}").returning("{}");
    return laboratory;
  }

  private static String token(Laboratory laboratory, int invocation) {
    return laboratory.lambda.payloads().get(invocation).replace("\"", "");
  }

  private static void assertRefused(ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StepFunctionsException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void a_callback_completes_the_task_with_its_output() {
    var laboratory = task(",'ResultSelector':{'said.$':'$.word'}");
    var arn = laboratory.start("{}");

    laboratory.time.advance(Duration.ofDays(300));
    laboratory.stepFunctions.sendTaskSuccess(token(laboratory, 0), "{\"word\":\"go\"}");
    laboratory.time.runUntilIdle();

    var execution = laboratory.stepFunctions.describeExecution(arn);
    assertThat(execution.output()).hasValue("{\"said\":\"go\"}");
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
  void a_callback_fails_the_task_with_its_error() {
    var laboratory = task("");
    var arn = laboratory.start("{}");

    laboratory.stepFunctions.sendTaskFailure(token(laboratory, 0), "Lost", "why");

    var execution = laboratory.stepFunctions.describeExecution(arn);
    assertThat(execution.error()).hasValue("Lost");
    assertThat(execution.cause()).hasValue("why");
  }

  @Test
  void a_token_is_unknown_closed_or_open() {
    var laboratory = task("");
    laboratory.start("{}");
    var token = token(laboratory, 0);
    var stepFunctions = laboratory.stepFunctions;

    assertRefused(() -> stepFunctions.sendTaskSuccess("made-up", "{}"), "InvalidToken");
    assertRefused(() -> stepFunctions.sendTaskSuccess(token, "{"), "InvalidOutput");
    stepFunctions.sendTaskSuccess(token, "{}");
    assertRefused(() -> stepFunctions.sendTaskSuccess(token, "{}"), "TaskTimedOut");
    assertRefused(() -> stepFunctions.sendTaskFailure(token, null, null), "TaskTimedOut");
    assertRefused(() -> stepFunctions.sendTaskHeartbeat(token), "TaskTimedOut");
  }

  @Test
  void a_retry_after_a_timeout_has_a_new_token_and_the_old_one_is_closed() {
    var laboratory = task(",'TimeoutSeconds':60,'Retry':[{'ErrorEquals':['States.Timeout']}]");
    var arn = laboratory.start("{}");
    laboratory.time.advance(Duration.ofSeconds(61));

    assertThat(token(laboratory, 1)).isNotEqualTo(token(laboratory, 0));
    assertRefused(
        () -> laboratory.stepFunctions.sendTaskSuccess(token(laboratory, 0), "{}"), "TaskTimedOut");
    laboratory.stepFunctions.sendTaskSuccess(token(laboratory, 1), "2");
    assertThat(laboratory.stepFunctions.describeExecution(arn).output()).hasValue("2");
  }

  @Test
  void a_task_times_out_whatever_its_heartbeats() {
    var laboratory = task(",'TimeoutSeconds':60,'HeartbeatSeconds':30");
    var arn = laboratory.start("{}");

    for (int beat = 0; beat < 2; beat++) {
      laboratory.time.advance(Duration.ofSeconds(25));
      laboratory.stepFunctions.sendTaskHeartbeat(token(laboratory, 0));
    }
    laboratory.time.advance(Duration.ofSeconds(9));
    assertThat(laboratory.stepFunctions.describeExecution(arn).status())
        .isEqualTo(ExecutionStatus.RUNNING);
    laboratory.time.advance(Duration.ofSeconds(1));

    var execution = laboratory.stepFunctions.describeExecution(arn);
    assertThat(execution.error()).hasValue("States.Timeout");
    assertThat(laboratory.eventTypes(execution)).contains("TaskTimedOut");
  }

  @Test
  void silence_longer_than_the_heartbeat_ends_the_attempt() {
    var laboratory = task(",'HeartbeatSeconds':30");
    var arn = laboratory.start("{}");
    laboratory.time.advance(Duration.ofSeconds(29));
    laboratory.stepFunctions.sendTaskHeartbeat(token(laboratory, 0));
    laboratory.time.advance(Duration.ofSeconds(29));
    assertThat(laboratory.stepFunctions.describeExecution(arn).status())
        .isEqualTo(ExecutionStatus.RUNNING);

    laboratory.time.advance(Duration.ofSeconds(1));

    assertThat(laboratory.stepFunctions.describeExecution(arn).error())
        .hasValue("States.HeartbeatTimeout");
  }

  @Test
  void limits_may_come_from_the_input() {
    var laboratory = task(",'TimeoutSecondsPath':'$.t','HeartbeatSecondsPath':'$.h'");

    assertThat(laboratory.run("{'t':50,'h':20}").error()).hasValue("States.HeartbeatTimeout");
    assertThat(laboratory.elapsed()).isEqualTo(Duration.ofSeconds(20));
    assertThat(laboratory.run("{'t':0,'h':20}").error()).hasValue("States.Runtime");
  }

  @Test
  void a_callback_may_come_before_the_function_has_answered() {
    var laboratory =
        Laboratory.with(
            "'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken',"
                + "'Parameters':{'FunctionName':'f','Payload.$':'$$.Task.Token'},'End':true}");
    var arn = laboratory.start("{}");

    laboratory.stepFunctions.sendTaskSuccess(token(laboratory, 0), "1");
    laboratory.lambda.answerLate(0, "2");
    laboratory.time.runUntilIdle();

    assertThat(laboratory.stepFunctions.describeExecution(arn).output()).hasValue("1");
  }

  @Test
  void a_function_that_fails_closes_its_token() {
    var laboratory =
        Laboratory.with(
            "'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken',"
                + "'Parameters':{'FunctionName':'f','Payload.$':'$$.Task.Token'},'End':true}");
    laboratory.lambda.failing("Lost", 1);

    assertThat(laboratory.run("{}").error()).hasValue("Lost");
    assertRefused(
        () -> laboratory.stepFunctions.sendTaskSuccess(token(laboratory, 0), "{}"), "TaskTimedOut");
  }

  @Test
  void stopping_the_execution_closes_the_token() {
    var laboratory = task(",'TimeoutSeconds':60");
    var arn = laboratory.start("{}");

    laboratory.stepFunctions.stopExecution(arn, null, null);

    assertRefused(
        () -> laboratory.stepFunctions.sendTaskSuccess(token(laboratory, 0), "{}"), "TaskTimedOut");
    laboratory.time.runUntilIdle();
    assertThat(laboratory.elapsed()).isZero();
    assertThat(laboratory.eventTypes(laboratory.stepFunctions.describeExecution(arn)))
        .endsWith("TaskSubmitted", "ExecutionAborted");
  }

  @Test
  void a_late_answer_after_the_timeout_is_ignored() {
    var laboratory =
        Laboratory.with(
            """
            'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','TimeoutSeconds':5,
                 'Parameters':{'FunctionName':'f'},'ResultSelector':{'r.$':'$.Payload'},
                 'Retry':[{'ErrorEquals':['States.Timeout'],'MaxAttempts':1}],'End':true}""");
    var arn = laboratory.start("{}");
    laboratory.time.advance(Duration.ofSeconds(7));

    laboratory.lambda.answerLate(0, "1");
    laboratory.time.runDue();
    assertThat(laboratory.stepFunctions.describeExecution(arn).status())
        .isEqualTo(ExecutionStatus.RUNNING);
    laboratory.lambda.answerLate(1, "2");
    laboratory.lambda.answerLate(1, "3");
    laboratory.time.runUntilIdle();

    assertThat(laboratory.stepFunctions.describeExecution(arn).output()).hasValue("{\"r\":2}");
    assertThat(List.copyOf(laboratory.lambda.payloads())).hasSize(2);
  }
}
