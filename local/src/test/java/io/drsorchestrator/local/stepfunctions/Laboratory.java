package io.drsorchestrator.local.stepfunctions;

import io.drsorchestrator.local.asl.StateMachineDefinition;
import io.drsorchestrator.local.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Step Functions in virtual time from noon on, with a scripted Lambda. */
final class Laboratory {
  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  static final String MACHINE = "arn:aws:states:eu-west-1:123456789012:stateMachine:machine";

  final VirtualScheduler time = new VirtualScheduler(NOON);
  final ScriptedLambda lambda = new ScriptedLambda();
  final List<String> metrics = new ArrayList<>();
  final List<ExecutionSnapshot> changes = new ArrayList<>();
  final StepFunctions stepFunctions =
      new StepFunctions(
          new Account("eu-west-1", "123456789012"),
          time,
          new Random(1),
          new Ports(lambda, metrics::add, changes::add));

  /** Has the machine "machine" with {@code states}, written with ' for ", beginning at 'A'. */
  static Laboratory with(String states) {
    return new Laboratory().and("machine", states);
  }

  Laboratory and(String name, String states) {
    return machine(name, "{'StartAt':'A','States':{" + states + "}}");
  }

  Laboratory machine(String name, String definition) {
    stepFunctions.register(name, StateMachineDefinition.parse(json(definition), Map.of()));
    return this;
  }

  static String json(String withSingleQuotes) {
    return withSingleQuotes.replace('\'', '"').replace('`', '\'');
  }

  /** Starts "machine" and runs it until there is nothing left to do. */
  ExecutionSnapshot run(String input) {
    var arn = start(input);
    time.runUntilIdle();
    return stepFunctions.describeExecution(arn);
  }

  /** Starts "machine" and lets no time pass. */
  String start(String input) {
    var arn = stepFunctions.startExecution(MACHINE, null, json(input)).executionArn();
    time.runDue();
    return arn;
  }

  List<HistoryEvent> history(ExecutionSnapshot execution) {
    return stepFunctions.getExecutionHistory(execution.executionArn());
  }

  List<String> eventTypes(ExecutionSnapshot execution) {
    return history(execution).stream().map(event -> event.type().toString()).toList();
  }

  Duration elapsed() {
    return Duration.between(NOON, time.instant());
  }
}
