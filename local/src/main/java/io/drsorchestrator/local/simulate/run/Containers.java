package io.drsorchestrator.local.simulate.run;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.drsorchestrator.adapter.in.api.Authorization;
import io.drsorchestrator.adapter.in.lambda.ExecutionHandler;
import io.drsorchestrator.adapter.out.dynamodb.Tables;
import io.drsorchestrator.application.Settings;
import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.bootstrap.AwsClients;
import io.drsorchestrator.bootstrap.LambdaBootstrap;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.wave.WavePolicy;
import io.drsorchestrator.local.plan.PlanFile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Makes the handler of a new container, as the composition root wires it. */
final class Containers {

  static final Tables TABLES = new Tables("history", "plans", "groups", "accounts");

  private static final WavePolicy POLICY =
      new WavePolicy(Duration.ofHours(1), Duration.ofMinutes(5), Duration.ofMinutes(10));

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "EXECUTION_HISTORY_TABLE",
          TABLES.executionHistory(),
          "RECOVERY_PLANS_TABLE",
          TABLES.recoveryPlans(),
          "PROTECTION_GROUPS_TABLE",
          TABLES.protectionGroups(),
          "TARGET_ACCOUNTS_TABLE",
          TABLES.targetAccounts(),
          "STATE_MACHINE_ARN",
          Machines.ACCOUNT.stateMachineArn(Machines.EXECUTIONS),
          "EXECUTION_NOTIFICATIONS_TOPIC_ARN",
          "arn:aws:sns:us-east-1:111122223333:notifications",
          "AWS_REGION",
          "us-east-1");

  private final AwsClients clients;
  private final InstantSource clock;
  private final LifecycleJournal journal;
  private int ids;

  Containers(AwsClients clients, InstantSource clock, LifecycleJournal journal) {
    this.clients = clients;
    this.clock = clock;
    this.journal = journal;
  }

  RequestStreamHandler handler() {
    var settings =
        new Settings(clock, this::newId, AccountContext.current(PlanFile.ACCOUNT), POLICY);
    var useCases = LambdaBootstrap.useCases(ENVIRONMENT, clients, journal, settings);
    return new ExecutionHandler(useCases, Authorization.OFF, clock);
  }

  private String newId() {
    return "id-" + ++ids;
  }
}
