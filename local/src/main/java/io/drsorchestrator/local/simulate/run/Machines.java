package io.drsorchestrator.local.simulate.run;

import io.drsorchestrator.local.asl.StateMachineDefinition;
import io.drsorchestrator.local.plan.PlanFile;
import io.drsorchestrator.local.stepfunctions.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The two state machines that are deployed, read once. */
final class Machines {

  static final Account ACCOUNT = new Account("us-east-1", PlanFile.ACCOUNT);
  static final String EXECUTIONS = "executions";
  static final String WAVES = "waves";
  static final String FUNCTION = "execution-handler";
  static final StateMachineDefinition EXECUTION = definition("execution.asl.json");
  static final StateMachineDefinition WAVE = definition("wave.asl.json");

  private Machines() {}

  private static StateMachineDefinition definition(String file) {
    return StateMachineDefinition.parse(
        text("/cfn/" + file),
        Map.of(
            "ExecutionHandlerArn",
            FUNCTION,
            "WaveStateMachineArn",
            ACCOUNT.stateMachineArn(WAVES)));
  }

  private static String text(String path) {
    try (var stream = Machines.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException(path + " is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
