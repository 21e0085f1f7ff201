package io.drsorchestrator.local.bench.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.local.asl.StateMachineDefinition;
import io.drsorchestrator.local.log.HandlerLog;
import io.drsorchestrator.local.system.LocalOptions;
import io.drsorchestrator.local.system.LocalSystem;
import java.io.IOException;
import java.util.Map;

/**
 * The tables and the simulated AWS in a process of their own: what they cost is not the function's.
 * It prints the function's environment and lives until its input ends.
 */
final class EndpointsProcess {

  /** The workflows only wait: the bench sends what they would send, when it wants to. */
  private static final String WAITING =
      """
      {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 99999999, "End": true}}}
      """;

  private EndpointsProcess() {}

  public static void main(String[] arguments) throws IOException {
    HandlerLog.quiet();
    try (var system = LocalSystem.start(LocalOptions.inProcess(Fleet.plan(), 1))) {
      system.stopSchedule();
      var machine =
          system
              .stepFunctions()
              .register("drs-bench-local", StateMachineDefinition.parse(WAITING, Map.of()));
      var environment = system.functionEnvironment();
      environment.put("STATE_MACHINE_ARN", machine.arn());
      var mapper = new ObjectMapper();
      System.out.println(mapper.writeValueAsString(mapper.<JsonNode>valueToTree(environment)));
      while (System.in.read() >= 0) {
        // Nobody says anything: the pipe ends with the process that holds its other end.
      }
    }
    System.exit(0);
  }
}
