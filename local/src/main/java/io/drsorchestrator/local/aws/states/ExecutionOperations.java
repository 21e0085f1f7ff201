package io.drsorchestrator.local.aws.states;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.stepfunctions.ExecutionStatus;
import io.drsorchestrator.local.stepfunctions.HistoryEvent;
import io.drsorchestrator.local.stepfunctions.StepFunctions;
import io.drsorchestrator.local.stepfunctions.StepFunctionsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The operations on executions. */
final class ExecutionOperations {
  private static final String EXECUTION = "executionArn";
  private static final String MACHINE = "stateMachineArn";

  private final StepFunctions stepFunctions;

  ExecutionOperations(StepFunctions stepFunctions) {
    this.stepFunctions = stepFunctions;
  }

  Map<String, Operation> all() {
    return Map.of(
        "StartExecution", this::start,
        "StopExecution", this::stop,
        "DescribeExecution", this::describe,
        "ListExecutions", this::list,
        "GetExecutionHistory", this::history);
  }

  private ObjectNode start(Arguments arguments) {
    return Shapes.started(
        stepFunctions.startExecution(
            arguments.text(MACHINE), arguments.textOrNull("name"), arguments.text("input", "{}")));
  }

  private ObjectNode stop(Arguments arguments) {
    return Shapes.stopped(
        stepFunctions.stopExecution(
            arguments.text(EXECUTION),
            arguments.textOrNull("error"),
            arguments.textOrNull("cause")));
  }

  private ObjectNode describe(Arguments arguments) {
    return Shapes.described(stepFunctions.describeExecution(arguments.text(EXECUTION)));
  }

  private ObjectNode list(Arguments arguments) {
    var found = stepFunctions.listExecutions(arguments.text(MACHINE), filter(arguments));
    return Page.of(arguments).show("executions", found, Shapes::listed);
  }

  private ObjectNode history(Arguments arguments) {
    List<HistoryEvent> events =
        new ArrayList<>(stepFunctions.getExecutionHistory(arguments.text(EXECUTION)));
    if (arguments.flag("reverseOrder")) {
      Collections.reverse(events);
    }
    return Page.of(arguments).show("events", events, Shapes::event);
  }

  private static Predicate<ExecutionStatus> filter(Arguments arguments) {
    var wanted = arguments.text("statusFilter", "");
    if (wanted.isEmpty()) {
      return any -> true;
    }
    var status =
        Arrays.stream(ExecutionStatus.values())
            .filter(known -> known.name().equals(wanted))
            .findFirst()
            .orElseThrow(() -> unknownStatus(wanted));
    return status::equals;
  }

  private static StepFunctionsException unknownStatus(String wanted) {
    return new StepFunctionsException(
        "ValidationException", "Value '" + wanted + "' at 'statusFilter' is not a status");
  }
}
