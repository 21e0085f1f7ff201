package io.drsorchestrator.local.statemachines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.adapter.in.lambda.FinalFaultException;
import io.drsorchestrator.adapter.in.lambda.RetryableFaultException;
import io.drsorchestrator.local.asl.StateMachineDefinition;
import io.drsorchestrator.local.stepfunctions.Account;
import io.drsorchestrator.local.stepfunctions.ExecutionSnapshot;
import io.drsorchestrator.local.stepfunctions.HistoryEvent;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import io.drsorchestrator.local.stepfunctions.LambdaInvoker;
import io.drsorchestrator.local.stepfunctions.Ports;
import io.drsorchestrator.local.stepfunctions.ScriptedLambda;
import io.drsorchestrator.local.stepfunctions.StepFunctions;
import io.drsorchestrator.local.time.VirtualScheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

/** Both machines as they are deployed, in virtual time from noon on. */
final class Machines {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final String RETRYABLE = RetryableFaultException.class.getName();
  static final String FINAL = FinalFaultException.class.getName();
  static final String WORKFLOW =
      "arn:aws:states:eu-west-1:123456789012:execution:executions:execution-1";

  private static final Account ACCOUNT = new Account("eu-west-1", "123456789012");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final VirtualScheduler time;
  final ScriptedLambda handler;
  final StepFunctions stepFunctions;
  final List<JsonNode> metrics = new ArrayList<>();
  private boolean isCloudWatchDown;

  private Machines(LambdaInvoker lambda, VirtualScheduler time, ScriptedLambda handler) {
    this.time = time;
    this.handler = handler;
    var ports = new Ports(lambda, this::counted, execution -> {});
    stepFunctions = new StepFunctions(ACCOUNT, time, new Random(7), ports);
    register("waves", Asl.WAVE);
    register("executions", Asl.EXECUTION);
  }

  /** With a handler that answers {@code steps}, and then does not answer. */
  static Machines answering(Step... steps) {
    var script = new ScriptedLambda();
    return new Machines(script, new VirtualScheduler(NOON), script).then(steps);
  }

  /** With a handler that answers by the time and the operation. */
  static Machines deciding(BiFunction<Instant, String, Step> handler) {
    var time = new VirtualScheduler(NOON);
    LambdaInvoker lambda =
        (function, payload, done) -> {
          var operation = json(payload).path("operation").asText();
          var answer = handler.apply(time.instant(), operation).json();
          done.accept(InvocationResult.success(answer));
        };
    return new Machines(lambda, time, new ScriptedLambda());
  }

  Machines then(Step... steps) {
    Arrays.stream(steps).map(Step::json).forEach(handler::returning);
    return this;
  }

  private void counted(String parameters) {
    if (isCloudWatchDown) {
      throw new IllegalStateException("CloudWatch is down");
    }
    metrics.add(json(parameters));
  }

  Machines withoutCloudWatch() {
    isCloudWatchDown = true;
    return this;
  }

  Machines failing(String error, int times) {
    handler.failing(error, times);
    return this;
  }

  Machines throttling(int times) {
    for (int i = 0; i < times; i++) {
      handler.answering(
          InvocationResult.serviceError("Lambda.TooManyRequestsException", "slow down"));
    }
    return this;
  }

  private void register(String name, Asl asl) {
    var names =
        Map.of(
            "ExecutionHandlerArn",
            "execution-handler",
            "WaveStateMachineArn",
            ACCOUNT.stateMachineArn("waves"));
    stepFunctions.register(name, StateMachineDefinition.parse(asl.text(), names));
  }

  Machines start() {
    stepFunctions.startExecution(
        ACCOUNT.stateMachineArn("executions"),
        "execution-1",
        "{\"executionId\":\"execution-1\",\"planId\":\"plan-1\"}");
    time.runDue();
    return this;
  }

  /** Starts the execution and lets it run to its end, or to a question without answer. */
  Machines run() {
    start();
    time.runUntilIdle();
    return this;
  }

  Machines advance(Duration duration) {
    time.advance(duration);
    return this;
  }

  ExecutionSnapshot execution() {
    return stepFunctions.describeExecution(WORKFLOW);
  }

  /** The executions of the wave machine, oldest first. */
  List<ExecutionSnapshot> children() {
    var children =
        new ArrayList<>(
            stepFunctions.listExecutions(ACCOUNT.stateMachineArn("waves"), status -> true));
    Collections.reverse(children);
    return children;
  }

  /** The states of the execution machine in the order in which they were entered. */
  List<String> states() {
    return statesOf(execution());
  }

  List<String> statesOf(ExecutionSnapshot execution) {
    return history(execution).stream()
        .filter(event -> event.type().toString().endsWith("StateEntered"))
        .map(event -> event.details().path("name").asText())
        .toList();
  }

  List<HistoryEvent> history(ExecutionSnapshot execution) {
    return stepFunctions.getExecutionHistory(execution.executionArn());
  }

  /** What the handler was asked, oldest first. */
  List<JsonNode> payloads() {
    return handler.payloads().stream().map(Machines::json).toList();
  }

  List<String> operations() {
    return payloads().stream().map(payload -> payload.path("operation").asText()).toList();
  }

  Duration elapsed() {
    return Duration.between(NOON, time.instant());
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
