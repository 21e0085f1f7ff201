package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.asl.Json;
import io.drsorchestrator.local.asl.Payload;
import java.time.Instant;
import java.util.Optional;

/** StartExecution: the same name and input while running is the same execution. */
final class ExecutionStarter {
  private final Services services;

  ExecutionStarter(Services services) {
    this.services = services;
  }

  RunningExecution start(String machineArn, Optional<String> requestedName, String input) {
    var machine = services.directory().machine(machineArn);
    var name = requestedName.orElseGet(services.ids()::uuid);
    NameSyntax.check(name);
    var payload = new Payload(parsed(input), input);
    var arn = services.account().executionArn(machine.name(), name);
    return services
        .directory()
        .find(arn)
        .map(earlier -> same(earlier, input))
        .orElseGet(() -> begin(new ExecutionStart(machine, arn, name, payload, now())));
  }

  private RunningExecution begin(ExecutionStart start) {
    var execution = new RunningExecution(services, start);
    services.directory().put(execution);
    execution.begin();
    return execution;
  }

  private static RunningExecution same(RunningExecution earlier, String input) {
    if (earlier.isRunning() && earlier.input().text().equals(input)) {
      return earlier;
    }
    throw StepFunctionsException.executionAlreadyExists(earlier.arn());
  }

  private static JsonNode parsed(String input) {
    if (Payload.exceedsLimit(input)) {
      throw StepFunctionsException.invalidExecutionInput("more than 262144 bytes");
    }
    return Json.parse(input)
        .orElseThrow(() -> StepFunctionsException.invalidExecutionInput("not JSON"));
  }

  private Instant now() {
    return services.turns().now();
  }
}
