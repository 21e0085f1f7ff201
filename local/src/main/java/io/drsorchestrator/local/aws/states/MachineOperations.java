package io.drsorchestrator.local.aws.states;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.stepfunctions.StepFunctions;
import java.util.Map;

/** The operations on state machines. */
final class MachineOperations {
  private final StepFunctions stepFunctions;

  MachineOperations(StepFunctions stepFunctions) {
    this.stepFunctions = stepFunctions;
  }

  Map<String, Operation> all() {
    return Map.of("ListStateMachines", this::list, "DescribeStateMachine", this::describe);
  }

  private ObjectNode list(Arguments arguments) {
    return Page.of(arguments).show("stateMachines", stepFunctions.stateMachines(), Shapes::listed);
  }

  private ObjectNode describe(Arguments arguments) {
    return Shapes.described(stepFunctions.describeStateMachine(arguments.text("stateMachineArn")));
  }
}
