package io.drsorchestrator.bootstrap;

import io.drsorchestrator.adapter.in.api.Authorization;
import io.drsorchestrator.adapter.out.calls.SideBySide;
import io.drsorchestrator.adapter.out.drs.DrsLaunchAdmission;
import io.drsorchestrator.adapter.out.drs.DrsRecoveryInstances;
import io.drsorchestrator.adapter.out.drs.DrsRecoveryJobs;
import io.drsorchestrator.adapter.out.drs.DrsRecoveryServers;
import io.drsorchestrator.adapter.out.dynamodb.DynamoDbStore;
import io.drsorchestrator.adapter.out.dynamodb.Tables;
import io.drsorchestrator.adapter.out.ec2.CachedInstances;
import io.drsorchestrator.adapter.out.ec2.Ec2Instances;
import io.drsorchestrator.adapter.out.launch.AwsLaunchConfigurations;
import io.drsorchestrator.adapter.out.log.EventJournal;
import io.drsorchestrator.adapter.out.log.PollMetrics;
import io.drsorchestrator.adapter.out.sns.SnsNotifications;
import io.drsorchestrator.adapter.out.sns.Topics;
import io.drsorchestrator.adapter.out.states.StepFunctionsWorkflows;
import io.drsorchestrator.application.Settings;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.notification.NotifyingJournal;
import io.drsorchestrator.application.notification.OperatorAccess;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.port.PollCalls;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.wave.WavePolicy;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The composition root of the Lambda function. It reads the environment variables of the contract
 * (7.1); where AWS is, the SDK finds out by its own standard settings.
 */
public final class LambdaBootstrap {

  /** Of one invocation; DRS allows few calls a second, and other programs make some as well. */
  private static final int CALLS_AT_A_TIME = 4;

  /** The alias that everybody calls; lambda-stack.yaml makes it. */
  static final String ALIAS = "live";

  private LambdaBootstrap() {}

  /** The use cases on AWS, by {@code environment} and {@code clock}. */
  public static UseCases useCases(Map<String, String> environment, InstantSource clock) {
    return useCases(environment, clock, calls -> calls);
  }

  /** The same, and somebody looks on at the calls that polls make. */
  public static UseCases useCases(
      Map<String, String> environment, InstantSource clock, UnaryOperator<PollCalls> watched) {
    var clients =
        AwsClients.of(
            required(environment, "AWS_REGION"), required(environment, "STATE_MACHINE_ARN"));
    return useCases(environment, clients, clock, watched);
  }

  /** The same, but no client of theirs ever calls AWS: for a rehearsal. */
  public static UseCases offline(Map<String, String> environment, InstantSource clock) {
    var clients = AwsClients.offline(required(environment, "AWS_REGION"));
    return useCases(environment, clients, clock, calls -> calls);
  }

  private static UseCases useCases(
      Map<String, String> environment,
      AwsClients clients,
      InstantSource clock,
      UnaryOperator<PollCalls> watched) {
    var settings =
        new Settings(
            clock,
            LambdaBootstrap::newId,
            hub(required(environment, "STATE_MACHINE_ARN")),
            WavePolicy.DEFAULT,
            watched.apply(
                new SideBySide(
                    SideBySide.BUDGET,
                    new PollMetrics(clock, namespace(environment)),
                    System::nanoTime)),
            ThreadPool.of(CALLS_AT_A_TIME));
    return useCases(
        environment, clients, new EventJournal(clock, namespace(environment)), settings);
  }

  /** The same with clients, journal and settings given; the ids are those of writes, too. */
  public static UseCases useCases(
      Map<String, String> environment,
      AwsClients clients,
      LifecycleJournal journal,
      Settings settings) {
    return UseCases.of(
        DynamoDbStore.of(clients.dynamoDb(), tables(environment), settings.ids(), settings.hub()),
        aws(clients, required(environment, "STATE_MACHINE_ARN"), settings.clock()),
        journal(environment, clients, journal),
        settings);
  }

  /** Topics and the address of the API may be missing: then people are told less. */
  private static LifecycleJournal journal(
      Map<String, String> environment, AwsClients clients, LifecycleJournal journal) {
    var topics =
        new Topics(
            environment.getOrDefault("EXECUTION_NOTIFICATIONS_TOPIC_ARN", ""),
            environment.getOrDefault("DRS_ALERTS_TOPIC_ARN", ""),
            environment.getOrDefault("EXECUTION_PAUSE_TOPIC_ARN", ""));
    return new NotifyingJournal(
        journal, new SnsNotifications(topics, clients.sns()), access(environment));
  }

  static OperatorAccess access(Map<String, String> environment) {
    return new OperatorAccess(
        environment.getOrDefault("API_GATEWAY_URL", ""), functionName(environment) + ":" + ALIAS);
  }

  private static String functionName(Map<String, String> environment) {
    return environment.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "execution-handler");
  }

  /** Of our metrics; an alarm of one installation must not ring for another. */
  private static String namespace(Map<String, String> environment) {
    return "DROrchestration/" + functionName(environment);
  }

  /**
   * By groups, unless {@code API_AUTHORIZATION} says {@code off}: a setting for local runs, which
   * no template of ours has.
   */
  public static Authorization authorization(Map<String, String> environment) {
    var setting = environment.getOrDefault("API_AUTHORIZATION", "");
    return switch (setting) {
      case "" -> Authorization.BY_GROUPS;
      case "off" -> Authorization.OFF;
      default ->
          throw new IllegalStateException(
              "The environment variable API_AUTHORIZATION is '%s', allowed is 'off' or nothing"
                  .formatted(setting));
    };
  }

  private static Aws aws(AwsClients clients, String stateMachineArn, InstantSource clock) {
    var drs = clients.drs();
    var ec2 = new Ec2Instances(clients.ec2());
    var instances = new CachedInstances(ec2, clock, CachedInstances.DEFAULT_TIME_TO_LIVE);
    return new Aws(
        new DrsRecoveryJobs(drs),
        new DrsRecoveryServers(drs, instances),
        new DrsLaunchAdmission(drs),
        new AwsLaunchConfigurations(drs, clients.ec2()),
        new DrsRecoveryInstances(drs, ec2),
        StepFunctionsWorkflows.of(clients.stepFunctions(), stateMachineArn));
  }

  /** The account of the state machine is the account that this function runs in. */
  private static AccountContext hub(String stateMachineArn) {
    return AccountContext.current(stateMachineArn.split(":", -1)[4]);
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private static Tables tables(Map<String, String> environment) {
    return new Tables(
        required(environment, "EXECUTION_HISTORY_TABLE"),
        required(environment, "RECOVERY_PLANS_TABLE"),
        required(environment, "PROTECTION_GROUPS_TABLE"),
        required(environment, "TARGET_ACCOUNTS_TABLE"));
  }

  private static String required(Map<String, String> environment, String name) {
    var value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("The environment variable " + name + " is not set");
    }
    return value;
  }
}
