package io.drsorchestrator.adapter.out.states;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.adapter.out.SdkClients;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.vavr.Lazy;
import io.vavr.collection.Vector;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** Workflows as runs of one state machine, each named after its execution. */
public final class StepFunctionsWorkflows implements Workflows {

  private static final int LONGEST_CAUSE = 500;
  private static final int LONGEST_STOP_CAUSE = 32_768;

  private final Supplier<SfnClient> client;
  private final StateMachineArn machine;

  StepFunctionsWorkflows(Supplier<SfnClient> client, StateMachineArn machine) {
    this.client = client;
    this.machine = machine;
  }

  /** In the Region of the state machine. */
  public static StepFunctionsWorkflows of(String stateMachineArn) {
    return of(client(stateMachineArn), stateMachineArn);
  }

  /** The client for the Region of the state machine, built when it is first needed. */
  public static Supplier<SfnClient> client(String stateMachineArn) {
    var region = new StateMachineArn(stateMachineArn).region();
    return Lazy.of(() -> SdkClients.build(SfnClient.builder(), region));
  }

  /** By a client that somebody else has built. */
  public static StepFunctionsWorkflows of(Supplier<SfnClient> client, String stateMachineArn) {
    return new StepFunctionsWorkflows(client, new StateMachineArn(stateMachineArn));
  }

  @Override
  public WorkflowArn start(ExecutionKey key) {
    try {
      var run =
          client
              .get()
              .startExecution(
                  request ->
                      request
                          .stateMachineArn(machine.value())
                          .name(key.executionId().value())
                          .input(input(key)));
      return new WorkflowArn(run.executionArn());
    } catch (ExecutionAlreadyExistsException e) {
      return machine.run(key.executionId());
    } catch (SdkException e) {
      throw AwsFaults.translated("StartExecution", e);
    }
  }

  /** The same bytes for the same execution: only then is starting it twice answered alike. */
  private static String input(ExecutionKey key) {
    return "{\"executionId\":\"%s\",\"planId\":\"%s\"}".formatted(key.executionId(), key.planId());
  }

  /** A token that is used up or replaced has nobody left to wake. */
  @Override
  public void ring(CallbackToken token) {
    try {
      client.get().sendTaskSuccess(request -> request.taskToken(token.value()).output("{}"));
    } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException e) {
      return;
    } catch (SdkException e) {
      throw AwsFaults.translated("SendTaskSuccess", e);
    }
  }

  @Override
  public void stop(WorkflowArn workflow, String cause) {
    try {
      client
          .get()
          .stopExecution(
              request ->
                  request
                      .executionArn(workflow.value())
                      .error("UserCancelled")
                      .cause(AwsText.truncated(cause, LONGEST_STOP_CAUSE)));
    } catch (ExecutionDoesNotExistException e) {
      return;
    } catch (SdkException e) {
      throw AwsFaults.translated("StopExecution", e);
    }
  }

  @Override
  public Vector<WorkflowArn> running() {
    return AwsFaults.ask(
        "ListExecutions",
        () ->
            Vector.ofAll(
                    client
                        .get()
                        .listExecutionsPaginator(
                            r ->
                                r.stateMachineArn(machine.value())
                                    .statusFilter(ExecutionStatus.RUNNING))
                        .executions())
                .map(run -> new WorkflowArn(run.executionArn())));
  }

  @Override
  public WorkflowState describe(WorkflowArn workflow) {
    try {
      return state(client.get().describeExecution(r -> r.executionArn(workflow.value())));
    } catch (ExecutionDoesNotExistException e) {
      return WorkflowState.NOT_FOUND;
    } catch (SdkException e) {
      throw AwsFaults.translated("DescribeExecution", e);
    }
  }

  private static WorkflowState state(DescribeExecutionResponse run) {
    var cause =
        Vector.of(AwsText.present(run.error()), AwsText.present(run.cause()))
            .flatMap(part -> part)
            .mkString(": ");
    return new WorkflowState(run.statusAsString(), AwsText.truncated(cause, LONGEST_CAUSE));
  }
}
