package io.drsorchestrator.local.conformance;

import io.drsorchestrator.adapter.in.lambda.ExecutionHandler;
import io.drsorchestrator.bootstrap.LambdaBootstrap;
import io.drsorchestrator.local.asl.StateMachineDefinition;
import io.drsorchestrator.local.aws.SimulatedAws;
import io.drsorchestrator.local.aws.dynamodb.LocalDynamoDb;
import io.drsorchestrator.local.aws.dynamodb.OrchestratorTables;
import io.drsorchestrator.local.aws.states.StepFunctionsEndpoint;
import io.drsorchestrator.local.http.HttpEndpoint;
import io.drsorchestrator.local.http.LoopbackServer;
import io.drsorchestrator.local.lambda.DeferredLambda;
import io.drsorchestrator.local.lambda.InvokeEndpoint;
import io.drsorchestrator.local.lambda.LambdaService;
import io.drsorchestrator.local.lambda.LocalFunction;
import io.drsorchestrator.local.stepfunctions.Account;
import io.drsorchestrator.local.stepfunctions.Ports;
import io.drsorchestrator.local.stepfunctions.StepFunctions;
import io.drsorchestrator.local.system.LocalSystem;
import io.drsorchestrator.local.time.ScaledScheduler;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The AWS that the suite expects around a function: tables, DRS with its servers, Step Functions
 * with the machines that are deployed. There is no schedule: the suite says when to find.
 */
final class World implements AutoCloseable {

  static final String FUNCTION = "execution-handler";

  private static final int TIME_SCALE = 100;
  private static final String EXECUTION_MACHINE = "conformance";
  private static final String WAVE_MACHINE = "conformance-wave";
  private static final Account ACCOUNT = new Account(Fleet.REGION, Fleet.ACCOUNT);

  private final ScaledScheduler time;
  private final LocalDynamoDb dynamoDb;
  private final DeferredLambda function = new DeferredLambda();
  private final LoopbackServer server;
  private final DynamoDbClient tables;

  private World(LocalDynamoDb dynamoDb, int timeScale, int port) {
    time = new ScaledScheduler(Instant.now(), timeScale);
    this.dynamoDb = dynamoDb;
    var stepFunctions = new StepFunctions(ACCOUNT, time, new Random(1), Ports.of(function));
    server = LoopbackServer.start(port, services(Fleet.aws(time), stepFunctions));
    Sdk.use(dynamoDb.uri(), server.uri());
    tables = DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    OrchestratorTables.create(tables, LocalSystem.TABLES);
    stepFunctions.register(WAVE_MACHINE, definition("wave.asl.json"));
    stepFunctions.register(EXECUTION_MACHINE, definition("execution.asl.json"));
  }

  private List<HttpEndpoint> services(SimulatedAws aws, StepFunctions stepFunctions) {
    var services = new ArrayList<HttpEndpoint>();
    services.add(new StepFunctionsEndpoint(stepFunctions));
    services.add(new InvokeEndpoint(FUNCTION, function));
    services.addAll(aws.endpoints());
    return services;
  }

  /** Around our handler, or what {@code sabotage} makes of it. */
  static World ofOurs(LocalDynamoDb dynamoDb, Sabotage sabotage) {
    var world = new World(dynamoDb, TIME_SCALE, 0);
    var handler =
        new ExecutionHandler(
            LambdaBootstrap.useCases(environment(), world.time),
            LambdaBootstrap.authorization(environment()),
            world.time);
    var ours = new LocalFunction(handler, Duration.ofMinutes(5));
    world.function.is(
        new SabotagedFunction(ours, sabotage, Damage.in(world.tables, world.server.uri())));
    return world;
  }

  /** Around a function that is somewhere else; time runs as it does there, unless told. */
  static World of(LambdaService function, LocalDynamoDb dynamoDb, int port) {
    var world = new World(dynamoDb, Integer.getInteger("conformance.timeScale", 1), port);
    world.function.is(function);
    return world;
  }

  /** What the suite needs to know. */
  Map<String, String> settings() {
    return Map.of(
        "conformance.lambda",
        server.uri().toString(),
        "conformance.function",
        FUNCTION,
        "conformance.dynamodb",
        dynamoDb.uri().toString(),
        "conformance.drs",
        server.uri().toString(),
        "conformance.region",
        Fleet.REGION,
        "conformance.account",
        Fleet.ACCOUNT,
        "conformance.servers",
        String.join(",", Fleet.healthy()),
        "conformance.failingServers",
        String.join(",", Fleet.failing()),
        "conformance.throttledRegion",
        Fleet.THROTTLED);
  }

  /** What a function that runs elsewhere is configured with (contract 7.1). */
  static Map<String, String> environment() {
    return Map.of(
        "API_AUTHORIZATION", "off",
        "EXECUTION_HISTORY_TABLE", LocalSystem.TABLES.executionHistory(),
        "RECOVERY_PLANS_TABLE", LocalSystem.TABLES.recoveryPlans(),
        "PROTECTION_GROUPS_TABLE", LocalSystem.TABLES.protectionGroups(),
        "TARGET_ACCOUNTS_TABLE", LocalSystem.TABLES.targetAccounts(),
        "STATE_MACHINE_ARN", ACCOUNT.stateMachineArn(EXECUTION_MACHINE),
        "AWS_REGION", Fleet.REGION);
  }

  URI uri() {
    return server.uri();
  }

  URI dynamoDbUri() {
    return dynamoDb.uri();
  }

  private static StateMachineDefinition definition(String file) {
    return StateMachineDefinition.parse(
        Resources.text("/cfn/" + file),
        Map.of(
            "ExecutionHandlerArn",
            FUNCTION,
            "WaveStateMachineArn",
            ACCOUNT.stateMachineArn(WAVE_MACHINE)));
  }

  @Override
  public void close() {
    time.close();
    function.close();
    server.close();
    tables.close();
  }
}
