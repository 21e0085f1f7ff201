package io.drsorchestrator.local.contract;

import io.drsorchestrator.adapter.out.states.StepFunctionsWorkflows;
import io.drsorchestrator.application.contract.WorkflowsContract;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.local.asl.StateMachineDefinition;
import io.drsorchestrator.local.aws.states.StepFunctionsEndpoint;
import io.drsorchestrator.local.http.LoopbackServer;
import io.drsorchestrator.local.stepfunctions.Account;
import io.drsorchestrator.local.stepfunctions.Ports;
import io.drsorchestrator.local.stepfunctions.StepFunctions;
import io.drsorchestrator.local.time.ScaledScheduler;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;

/** The adapter of Step Functions on the real SDK client and the interpreter. */
final class StepFunctionsAdapterContractTest extends WorkflowsContract {

  private static final Account ACCOUNT = new Account("us-east-1", "111122223333");
  private static final String WAITING =
      """
      {"StartAt": "Wait", "States": {
        "Wait": {"Type": "Wait", "Seconds": 3600, "Next": "Done"}, "Done": {"Type": "Succeed"}}}
      """;

  private final ScaledScheduler time = new ScaledScheduler(Instant.now(), 1);
  private final LoopbackServer server;
  private final Workflows workflows;

  StepFunctionsAdapterContractTest() {
    var ports = Ports.of((function, payload, done) -> {});
    var stepFunctions = new StepFunctions(ACCOUNT, time, new Random(1), ports);
    stepFunctions.register("machine", StateMachineDefinition.parse(WAITING, Map.of()));
    server = LoopbackServer.start(0, List.of(new StepFunctionsEndpoint(stepFunctions)));
    System.setProperty("aws.endpointUrlSfn", server.uri().toString());
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
    workflows = StepFunctionsWorkflows.of(ACCOUNT.stateMachineArn("machine"));
  }

  @AfterEach
  void stop() {
    server.close();
    time.close();
  }

  @Override
  protected Workflows workflows() {
    return workflows;
  }
}
