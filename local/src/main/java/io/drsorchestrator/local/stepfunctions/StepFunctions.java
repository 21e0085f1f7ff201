package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.asl.ErrorName;
import io.drsorchestrator.local.asl.Json;
import io.drsorchestrator.local.asl.Payload;
import io.drsorchestrator.local.asl.StateFailure;
import io.drsorchestrator.local.asl.StateMachineDefinition;
import io.drsorchestrator.local.time.Scheduler;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Step Functions Standard: state machines, their executions and the callbacks they wait for.
 *
 * <p>Safe for use by many threads; deterministic where scheduler, random and ports are. An
 * execution has no time limit of its own: one that waits for a lost callback waits until it is
 * stopped.
 */
public final class StepFunctions {
  private final Services services;

  /** A service without machines, whose time and work come from {@code scheduler}. */
  public StepFunctions(Account account, Scheduler scheduler, RandomGenerator random, Ports ports) {
    this.services =
        new Services(
            account, new Turns(scheduler), random, ports, new Directory(), new TaskTokens());
  }

  /** Adds the machine {@code name} or changes it for the executions still to come. */
  public StateMachine register(String name, StateMachineDefinition definition) {
    var account = services.account();
    var now = services.turns().now();
    var arn = account.stateMachineArn(name);
    var machine = new StateMachine(arn, name, account.roleArn(name), now, definition);
    return inTurn(() -> services.directory().put(machine));
  }

  /** The machines in the order of their registration. */
  public List<StateMachine> stateMachines() {
    return inTurn(services.directory()::machines);
  }

  /** The machine {@code arn}. */
  public StateMachine describeStateMachine(String arn) {
    return inTurn(() -> services.directory().machine(arn));
  }

  /** Starts an execution, or answers with the one of this name and input that runs already. */
  public ExecutionSnapshot startExecution(
      String stateMachineArn, @Nullable String name, String input) {
    var starter = new ExecutionStarter(services);
    return inTurn(
        () -> starter.start(stateMachineArn, Optional.ofNullable(name), input).snapshot());
  }

  /** Stops an execution and its children; without effect on one that is over. */
  public ExecutionSnapshot stopExecution(
      String executionArn, @Nullable String error, @Nullable String cause) {
    return inTurn(
        () -> {
          var execution = services.directory().execution(executionArn);
          execution.abort(error, cause);
          return execution.snapshot();
        });
  }

  /** The execution {@code executionArn} as it is now. */
  public ExecutionSnapshot describeExecution(String executionArn) {
    return inTurn(() -> services.directory().execution(executionArn).snapshot());
  }

  /** The executions of a machine that {@code filter} lets through, newest first. */
  public List<ExecutionSnapshot> listExecutions(
      String stateMachineArn, Predicate<ExecutionStatus> filter) {
    return inTurn(
        () ->
            services.directory().executionsOf(stateMachineArn).stream()
                .map(RunningExecution::snapshot)
                .filter(execution -> filter.test(execution.status()))
                .toList());
  }

  /** The history of {@code executionArn}, oldest event first. */
  public List<HistoryEvent> getExecutionHistory(String executionArn) {
    return inTurn(() -> services.directory().execution(executionArn).history());
  }

  /** Completes the task that waits for {@code token}. */
  public void sendTaskSuccess(String token, String output) {
    var result = outputJson(output);
    onTask(token, attempt -> attempt.succeed(() -> result));
  }

  /** Fails the task that waits for {@code token}. */
  public void sendTaskFailure(String token, @Nullable String error, @Nullable String cause) {
    var failure =
        new StateFailure(error == null ? ErrorName.TASK_FAILED : error, cause == null ? "" : cause);
    onTask(token, attempt -> attempt.fail(failure));
  }

  /** Lets the task that waits for {@code token} be silent for another heartbeat interval. */
  public void sendTaskHeartbeat(String token) {
    onTask(token, TaskAttempt::heartbeat);
  }

  private void onTask(String token, Consumer<TaskAttempt> action) {
    var unused =
        inTurn(
            () -> {
              var attempt = services.tokens().waiting(token);
              action.accept(attempt);
              return attempt;
            });
  }

  private <T> T inTurn(Supplier<T> work) {
    return services.turns().take(work);
  }

  private static JsonNode outputJson(String output) {
    if (Payload.exceedsLimit(output)) {
      throw StepFunctionsException.invalidOutput("more than 262144 bytes");
    }
    return Json.parse(output).orElseThrow(() -> StepFunctionsException.invalidOutput("not JSON"));
  }
}
