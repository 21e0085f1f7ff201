package io.drsorchestrator.adapter.out.states;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.drsorchestrator.adapter.out.Scopes;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.Workflows.WorkflowState;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.WorkflowArn;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessResponse;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StopExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StopExecutionResponse;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

class StepFunctionsWorkflowsTest {

  private static final String MACHINE =
      "arn:aws:states:us-east-1:111122223333:stateMachine:Orchestration:PROD";
  private static final WorkflowArn RUN =
      new WorkflowArn("arn:aws:states:us-east-1:111122223333:execution:Orchestration:exec-1");
  private static final CallbackToken TOKEN = new CallbackToken("token-1");

  private final SfnClient states = mock(SfnClient.class, CALLS_REAL_METHODS);
  private final StepFunctionsWorkflows workflows =
      new StepFunctionsWorkflows(() -> states, new StateMachineArn(MACHINE));

  @Test
  void starts_a_run_named_after_the_execution() {
    doReturn(StartExecutionResponse.builder().executionArn(RUN.value()).build())
        .when(states)
        .startExecution(any(StartExecutionRequest.class));

    assertThat(workflows.start(Scopes.KEY)).isEqualTo(RUN);

    var request = ArgumentCaptor.forClass(StartExecutionRequest.class);
    verify(states).startExecution(request.capture());
    assertThat(request.getValue().stateMachineArn()).isEqualTo(MACHINE);
    assertThat(request.getValue().name()).isEqualTo("exec-1");
    assertThat(request.getValue().input().getBytes(UTF_8))
        .isEqualTo("{\"executionId\":\"exec-1\",\"planId\":\"plan-1\"}".getBytes(UTF_8));
  }

  @Test
  void starting_a_run_that_is_over_answers_with_its_arn() {
    doThrow(refusal(ExecutionAlreadyExistsException.builder()))
        .when(states)
        .startExecution(any(StartExecutionRequest.class));

    assertThat(workflows.start(Scopes.KEY)).isEqualTo(RUN);
  }

  @Test
  void a_state_machine_that_is_missing_is_a_fault() {
    var refusal = refusal(StateMachineDoesNotExistException.builder());
    doThrow(refusal).when(states).startExecution(any(StartExecutionRequest.class));

    assertThatThrownBy(() -> workflows.start(Scopes.KEY))
        .isInstanceOf(AwsRefusedException.class)
        .hasCause(refusal);
  }

  @Test
  void rings_with_the_token_and_an_empty_object() {
    doReturn(SendTaskSuccessResponse.builder().build())
        .when(states)
        .sendTaskSuccess(any(SendTaskSuccessRequest.class));

    workflows.ring(TOKEN);

    verify(states)
        .sendTaskSuccess(
            SendTaskSuccessRequest.builder().taskToken("token-1").output("{}").build());
  }

  static Stream<SdkException> outOfDate() {
    return Stream.of(
        refusal(TaskTimedOutException.builder()),
        refusal(TaskDoesNotExistException.builder()),
        refusal(InvalidTokenException.builder()));
  }

  @ParameterizedTest
  @MethodSource("outOfDate")
  void a_token_that_is_out_of_date_is_no_fault(SdkException answer) {
    doThrow(answer).when(states).sendTaskSuccess(any(SendTaskSuccessRequest.class));

    assertThatCode(() -> workflows.ring(TOKEN)).doesNotThrowAnyException();
  }

  @Test
  void any_other_refusal_to_ring_is_a_fault() {
    var refusal = refusal(InvalidOutputException.builder());
    doThrow(refusal).when(states).sendTaskSuccess(any(SendTaskSuccessRequest.class));

    assertThatThrownBy(() -> workflows.ring(TOKEN))
        .isInstanceOf(AwsRefusedException.class)
        .hasCause(refusal);
  }

  @Test
  void stops_a_run_in_the_name_of_the_user() {
    doReturn(StopExecutionResponse.builder().build())
        .when(states)
        .stopExecution(any(StopExecutionRequest.class));

    workflows.stop(RUN, "cancelled by an operator");

    verify(states)
        .stopExecution(
            StopExecutionRequest.builder()
                .executionArn(RUN.value())
                .error("UserCancelled")
                .cause("cancelled by an operator")
                .build());
  }

  @Test
  void stopping_a_run_that_is_gone_is_no_fault() {
    doThrow(refusal(ExecutionDoesNotExistException.builder()))
        .when(states)
        .stopExecution(any(StopExecutionRequest.class));

    assertThatCode(() -> workflows.stop(RUN, "cause")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "RUNNING, null, null, ''",
        "FAILED, States.Timeout, too late, States.Timeout: too late",
        "ABORTED, UserCancelled, '', UserCancelled",
        "FAILED, null, out of luck, out of luck",
        "NOT_IN_THE_SDK, null, null, ''"
      })
  void tells_how_a_run_is_doing(
      String status, @Nullable String error, @Nullable String cause, String told) {
    described(DescribeExecutionResponse.builder().status(status).error(error).cause(cause).build());

    assertThat(workflows.describe(RUN)).isEqualTo(new WorkflowState(status, told));
  }

  @Test
  void a_long_cause_is_cut() {
    described(
        DescribeExecutionResponse.builder().status("FAILED").cause("x".repeat(32_768)).build());

    assertThat(workflows.describe(RUN).cause()).isEqualTo("x".repeat(500));
  }

  @Test
  void a_run_that_does_not_exist_is_not_found() {
    doThrow(refusal(ExecutionDoesNotExistException.builder()))
        .when(states)
        .describeExecution(any(DescribeExecutionRequest.class));

    assertThat(workflows.describe(RUN)).isEqualTo(WorkflowState.NOT_FOUND);
  }

  static Stream<SdkException> unavailable() {
    return Stream.of(
        SfnException.builder().statusCode(500).build(),
        SfnException.builder()
            .statusCode(400)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
            .build(),
        ApiCallTimeoutException.create(25_000),
        SdkClientException.create("connection reset"));
  }

  @ParameterizedTest
  @MethodSource("unavailable")
  void without_an_answer_nothing_is_known(SdkException fault) {
    doThrow(fault).when(states).startExecution(any(StartExecutionRequest.class));
    doThrow(fault).when(states).sendTaskSuccess(any(SendTaskSuccessRequest.class));
    doThrow(fault).when(states).stopExecution(any(StopExecutionRequest.class));
    doThrow(fault).when(states).describeExecution(any(DescribeExecutionRequest.class));

    assertThatThrownBy(() -> workflows.start(Scopes.KEY))
        .isInstanceOf(AwsUnavailableException.class);
    assertThatThrownBy(() -> workflows.ring(TOKEN)).isInstanceOf(AwsUnavailableException.class);
    assertThatThrownBy(() -> workflows.stop(RUN, "cause"))
        .isInstanceOf(AwsUnavailableException.class);
    assertThatThrownBy(() -> workflows.describe(RUN)).isInstanceOf(AwsUnavailableException.class);
  }

  private void described(DescribeExecutionResponse response) {
    doReturn(response).when(states).describeExecution(any(DescribeExecutionRequest.class));
  }

  private static SfnException refusal(SfnException.Builder builder) {
    return (SfnException) builder.statusCode(400).build();
  }
}
