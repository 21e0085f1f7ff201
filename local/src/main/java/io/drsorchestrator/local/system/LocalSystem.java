package io.drsorchestrator.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drsorchestrator.adapter.in.lambda.ExecutionHandler;
import io.drsorchestrator.adapter.out.dynamodb.Tables;
import io.drsorchestrator.bootstrap.LambdaBootstrap;
import io.drsorchestrator.local.asl.StateMachineDefinition;
import io.drsorchestrator.local.aws.SimulatedAws;
import io.drsorchestrator.local.aws.dynamodb.LocalDynamoDb;
import io.drsorchestrator.local.aws.dynamodb.OrchestratorTables;
import io.drsorchestrator.local.aws.states.StepFunctionsEndpoint;
import io.drsorchestrator.local.http.HttpEndpoint;
import io.drsorchestrator.local.http.LoopbackServer;
import io.drsorchestrator.local.lambda.LocalFunction;
import io.drsorchestrator.local.plan.PlanFile;
import io.drsorchestrator.local.stepfunctions.Account;
import io.drsorchestrator.local.stepfunctions.ExecutionSnapshot;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import io.drsorchestrator.local.stepfunctions.Ports;
import io.drsorchestrator.local.stepfunctions.StatusChangeEvent;
import io.drsorchestrator.local.stepfunctions.StepFunctions;
import io.drsorchestrator.local.time.ScaledScheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The whole system on one machine: DynamoDB Local, DRS, EC2 and Step Functions over HTTP, the
 * production handler as the Lambda function, and the minute schedule.
 */
public final class LocalSystem implements AutoCloseable {

  /** The names of the contract's tables for project {@code drs} in environment {@code local}. */
  public static final Tables TABLES =
      new Tables(
          "drs-execution-history-local",
          "drs-recovery-plans-local",
          "drs-protection-groups-local",
          "drs-target-accounts-local");

  private static final String EXECUTION_MACHINE = "drs-orchestration-local";
  private static final String WAVE_MACHINE = "drs-wave-local";
  private static final String FUNCTION = "execution-handler";
  private static final Duration FUNCTION_TIMEOUT = Duration.ofMinutes(5);
  private static final Duration FIND_INTERVAL = Duration.ofMinutes(1);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Account ACCOUNT = new Account(Endpoints.REGION, PlanFile.ACCOUNT);

  private final ScaledScheduler time;
  private final LocalDynamoDb dynamoDb;
  private final SimulatedAws aws;
  private final StepFunctions stepFunctions;
  private final LoopbackServer server;
  private final DynamoDbClient tables;
  private final LocalFunction function;

  private LocalSystem(PlanFile plan, int timeScale) {
    time = new ScaledScheduler(Instant.now(), timeScale);
    dynamoDb = LocalDynamoDb.start(0);
    aws =
        SimulatedAws.at(time).scenario(plan.scenario()).sourceServers(plan.sourceServers()).build();
    var ports = new Ports(this::invoke, metric -> {}, this::statusChanged);
    stepFunctions = new StepFunctions(ACCOUNT, time, new Random(), ports);
    server = LoopbackServer.start(0, endpoints());
    Endpoints.use(dynamoDb.uri(), server.uri());
    tables = DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    function = new LocalFunction(handler(), FUNCTION_TIMEOUT);
  }

  /** Starts all parts, with the items of {@code plan} in the tables. */
  public static LocalSystem start(PlanFile plan, int timeScale) {
    var system = new LocalSystem(plan, timeScale);
    OrchestratorTables.create(system.tables, TABLES);
    system.store(plan);
    system.registerMachines();
    system.time.after(FIND_INTERVAL, system::find);
    return system;
  }

  private List<HttpEndpoint> endpoints() {
    var endpoints = new ArrayList<>(aws.endpoints());
    endpoints.add(0, new StepFunctionsEndpoint(stepFunctions));
    return endpoints;
  }

  private ExecutionHandler handler() {
    var environment =
        Map.of(
            "EXECUTION_HISTORY_TABLE", TABLES.executionHistory(),
            "RECOVERY_PLANS_TABLE", TABLES.recoveryPlans(),
            "PROTECTION_GROUPS_TABLE", TABLES.protectionGroups(),
            "TARGET_ACCOUNTS_TABLE", TABLES.targetAccounts(),
            "STATE_MACHINE_ARN", ACCOUNT.stateMachineArn(EXECUTION_MACHINE),
            "AWS_REGION", Endpoints.REGION);
    return new ExecutionHandler(LambdaBootstrap.useCases(environment, time), time);
  }

  private void store(PlanFile plan) {
    tables.putItem(
        request -> request.tableName(TABLES.recoveryPlans()).item(JsonItems.item(plan.plan())));
    plan.protectionGroups()
        .forEach(
            group ->
                tables.putItem(
                    request ->
                        request.tableName(TABLES.protectionGroups()).item(JsonItems.item(group))));
  }

  private void registerMachines() {
    stepFunctions.register(WAVE_MACHINE, definition("wave.asl.json"));
    stepFunctions.register(EXECUTION_MACHINE, definition("execution.asl.json"));
  }

  private static StateMachineDefinition definition(String file) {
    return StateMachineDefinition.parse(
        resource("/cfn/" + file),
        Map.of(
            "ExecutionHandlerArn",
            FUNCTION,
            "WaveStateMachineArn",
            ACCOUNT.stateMachineArn(WAVE_MACHINE)));
  }

  private static String resource(String path) {
    try (var stream = LocalSystem.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException(path + " is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void invoke(String functionName, String payload, Consumer<InvocationResult> done) {
    function.invoke(functionName, payload, done);
  }

  /** The schedule of the reconciler; its answer goes nowhere, as in EventBridge. */
  private void find() {
    function.invoke(FUNCTION, "{\"source\":\"aws.events\"}", answer -> {});
    time.after(FIND_INTERVAL, this::find);
  }

  private void statusChanged(ExecutionSnapshot execution) {
    if (execution.machine().name().equals(EXECUTION_MACHINE)) {
      var event =
          JsonNodeFactory.instance
              .objectNode()
              .put("source", "aws.states")
              .put("detail-type", "Step Functions Execution Status Change")
              .set("detail", StatusChangeEvent.detail(execution));
      function.invoke(FUNCTION, event.toString(), answer -> {});
    }
  }

  /** Invokes the Lambda function and waits for its answer. */
  public JsonNode invoke(JsonNode event) {
    try {
      var result = function.invoke(event.toString());
      if (result instanceof InvocationResult.Answer answer) {
        return MAPPER.readTree(answer.payloadJson());
      }
      throw new IllegalStateException("The function failed: " + result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The simulated time. */
  public ScaledScheduler time() {
    return time;
  }

  public SimulatedAws aws() {
    return aws;
  }

  public StepFunctions stepFunctions() {
    return stepFunctions;
  }

  public DynamoDbClient dynamoDb() {
    return tables;
  }

  /** Where DynamoDB Local listens. */
  public URI dynamoDbUri() {
    return dynamoDb.uri();
  }

  @Override
  public void close() {
    time.close();
    function.close();
    server.close();
    tables.close();
    dynamoDb.close();
  }
}
