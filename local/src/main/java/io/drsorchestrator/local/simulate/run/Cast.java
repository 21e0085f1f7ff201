package io.drsorchestrator.local.simulate.run;

import io.drsorchestrator.local.simulate.judge.History;
import io.drsorchestrator.local.simulate.scenario.Occasion;
import io.drsorchestrator.local.simulate.scenario.Operation;
import io.drsorchestrator.local.simulate.scenario.PlannedAction;
import io.drsorchestrator.local.stepfunctions.ExecutionStatus;
import io.drsorchestrator.local.stepfunctions.StepFunctions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everybody who does something in a run because its scenario says so. */
final class Cast {

  private final List<PlannedAction> actions;
  private final Lambda lambda;
  private final People people;
  private final StepFunctions stepFunctions;
  private final History history;
  private final RunLog log;
  private final Map<Occasion, Integer> times = new EnumMap<>(Occasion.class);
  private final List<String> stopped = new ArrayList<>();
  private int due;

  Cast(
      List<PlannedAction> actions,
      Lambda lambda,
      People people,
      StepFunctions stepFunctions,
      History history,
      RunLog log) {
    this.actions = actions;
    this.lambda = lambda;
    this.people = people;
    this.stepFunctions = stepFunctions;
    this.history = history;
    this.log = log;
  }

  /** Whoever has waited for that acts after a while. */
  void happened(Occasion occasion) {
    int count = times.merge(occasion, 1, Integer::sum);
    for (var action : actions) {
      if (action.when() == occasion && action.time() == count) {
        due++;
        lambda.after(Duration.ofMillis(action.delayMillis()), () -> act(action));
      }
    }
  }

  /** Nobody is about to act. */
  boolean isIdle() {
    return due == 0;
  }

  /** The executions whose workflow somebody has stopped. */
  List<String> stopped() {
    return stopped;
  }

  /** The execution that all this is about. */
  String main() {
    return history.executions().stream().findFirst().orElse(People.EXECUTION);
  }

  private void act(PlannedAction action) {
    due--;
    log.event(() -> "--- " + action);
    switch (action.kind()) {
      case CLICK -> click(action.operation());
      case ECHO -> echo(action.operation());
      case STOP_WORKFLOW -> stopWorkflow();
    }
  }

  private void click(Operation operation) {
    if (operation == Operation.CREATE) {
      boolean isFirst = history.executions().isEmpty();
      people.create(
          isFirst ? People.EXECUTION : "", 1, () -> isFirst && history.executions().isEmpty());
    } else {
      people.click(operation, main());
    }
  }

  private void echo(Operation operation) {
    var request = lambda.lastRequest(operation);
    if (request != null) {
      deliver(request);
    } else if (operation == Operation.FIND) {
      deliver(Events.TICK);
    } else if (!history.executions().isEmpty()) {
      Events.stray(operation, main(), people.planId()).ifPresent(this::deliver);
    }
  }

  private void deliver(String event) {
    lambda.invoke(Machines.FUNCTION, event, unheard -> {});
  }

  private void stopWorkflow() {
    var arn = Machines.ACCOUNT.executionArn(Machines.EXECUTIONS, main());
    boolean isRunning =
        stepFunctions
            .listExecutions(
                Machines.ACCOUNT.stateMachineArn(Machines.EXECUTIONS),
                status -> status == ExecutionStatus.RUNNING)
            .stream()
            .anyMatch(workflow -> workflow.executionArn().equals(arn));
    if (isRunning) {
      stopped.add(main());
      stepFunctions.stopExecution(arn, "Stopped", "by hand");
    }
  }
}
