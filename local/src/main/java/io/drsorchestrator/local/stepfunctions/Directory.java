package io.drsorchestrator.local.stepfunctions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state machines and executions that exist, by ARN. */
final class Directory {
  private final Map<String, StateMachine> machines = new LinkedHashMap<>();
  private final Map<String, RunningExecution> executions = new LinkedHashMap<>();

  StateMachine put(StateMachine machine) {
    machines.put(machine.arn(), machine);
    return machine;
  }

  void put(RunningExecution execution) {
    executions.put(execution.arn(), execution);
  }

  List<StateMachine> machines() {
    return List.copyOf(machines.values());
  }

  /** The executions of the machine {@code arn}, newest first. */
  List<RunningExecution> executionsOf(String arn) {
    var name = machine(arn).name();
    var found = new ArrayList<RunningExecution>();
    executions.values().stream()
        .filter(execution -> execution.machine().name().equals(name))
        .forEach(found::add);
    Collections.reverse(found);
    return found;
  }

  Optional<RunningExecution> find(String executionArn) {
    return Optional.ofNullable(executions.get(executionArn));
  }

  StateMachine machine(String arn) {
    checkArn(arn, "stateMachine");
    return Optional.ofNullable(machines.get(arn))
        .orElseThrow(() -> StepFunctionsException.stateMachineDoesNotExist(arn));
  }

  RunningExecution execution(String arn) {
    checkArn(arn, "execution");
    return find(arn).orElseThrow(() -> StepFunctionsException.executionDoesNotExist(arn));
  }

  private static void checkArn(String arn, String type) {
    if (!arn.matches("arn:aws[a-z-]*:states:[a-z0-9-]+:\\d{12}:" + type + ":.+")) {
      throw StepFunctionsException.invalidArn(arn);
    }
  }
}
