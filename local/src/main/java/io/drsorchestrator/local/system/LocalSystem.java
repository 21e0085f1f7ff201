package io.drsorchestrator.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drsorchestrator.adapter.in.lambda.ExecutionHandler;
import io.drsorchestrator.adapter.out.dynamodb.Tables;
import io.drsorchestrator.bootstrap.LambdaBootstrap;
import io.drsorchestrator.local.apigateway.ApiGatewayEndpoint;
import io.drsorchestrator.local.asl.StateMachineDefinition;
import io.drsorchestrator.local.aws.SimulatedAws;
import io.drsorchestrator.local.aws.dynamodb.LocalDynamoDb;
import io.drsorchestrator.local.aws.dynamodb.OrchestratorTables;
import io.drsorchestrator.local.aws.states.StepFunctionsEndpoint;
import io.drsorchestrator.local.console.ConsoleEndpoint;
import io.drsorchestrator.local.console.PlansEndpoint;
import io.drsorchestrator.local.console.ReportEndpoint;
import io.drsorchestrator.local.http.HttpEndpoint;
import io.drsorchestrator.local.http.LoopbackServer;
import io.drsorchestrator.local.lambda.DeferredLambda;
import io.drsorchestrator.local.lambda.FunctionConfiguration;
import io.drsorchestrator.local.lambda.InvokeEndpoint;
import io.drsorchestrator.local.lambda.LambdaService;
import io.drsorchestrator.local.lambda.LocalFunction;
import io.drsorchestrator.local.lambda.ProcessFunction;
import io.drsorchestrator.local.lambda.ScaledExecutionHandler;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The whole system on one machine: DynamoDB Local, DRS, EC2, STS, SNS and Step Functions over HTTP,
 * the production handler as the Lambda function, and the minute schedule.
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
  private static final int CONCURRENCY = 4;
  private static final Duration FIND_INTERVAL = Duration.ofMinutes(1);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Account ACCOUNT = new Account(Endpoints.REGION, PlanFile.ACCOUNT);

  private final LocalOptions options;
  private final ScaledScheduler time;
  private final @Nullable LocalDynamoDb dynamoDb;
  private final SimulatedAws aws;
  private final StepFunctions stepFunctions;
  private volatile boolean scheduled = true;
  private final DeferredLambda function = new DeferredLambda();
  private final LoopbackServer server;
  private final Endpoints endpoints;
  private final DynamoDbClient tables;
  private final @Nullable ProcessFunction processes;

  private LocalSystem(LocalOptions options) {
    this.options = options;
    time = new ScaledScheduler(Instant.now(), options.timeScale());
    dynamoDb = Endpoints.isSet(Endpoints.DYNAMODB) ? null : LocalDynamoDb.start(0);
    aws =
        SimulatedAws.at(time)
            .scenario(options.plan().scenario())
            .sourceServers(options.plan().sourceServers())
            .roles(options.plan().targetRoles())
            .build();
    var ports = new Ports(function, metric -> {}, this::statusChanged);
    stepFunctions = new StepFunctions(ACCOUNT, time, new Random(), ports);
    server = LoopbackServer.start(options.port(), services());
    endpoints = Endpoints.of(dynamoDb == null ? server.uri() : dynamoDb.uri(), server.uri());
    endpoints.use();
    tables = DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    processes = options.ownProcess() ? processes() : null;
    function.is(processes == null ? inProcess() : processes);
  }

  /** Starts all parts, with the items of the plan in the tables. */
  public static LocalSystem start(LocalOptions options) {
    var system = new LocalSystem(options);
    OrchestratorTables.create(system.tables, TABLES);
    system.store(options.plan());
    system.registerMachines();
    system.time.after(FIND_INTERVAL, system::find);
    return system;
  }

  private List<HttpEndpoint> services() {
    var api =
        ApiGatewayEndpoint.of(resource("/cfn/openapi.yaml"), PlanFile.ACCOUNT, function, time);
    var services = new ArrayList<HttpEndpoint>();
    services.add(new StepFunctionsEndpoint(stepFunctions));
    services.add(new InvokeEndpoint(FUNCTION, function));
    services.add(ConsoleEndpoint.load());
    services.add(new PlansEndpoint(this::dynamoDb, TABLES.recoveryPlans()));
    services.add(new ReportEndpoint(api));
    services.add(api);
    services.addAll(aws.endpoints());
    return services;
  }

  private LambdaService inProcess() {
    var handler =
        new ExecutionHandler(
            LambdaBootstrap.useCases(environment(), time),
            LambdaBootstrap.authorization(environment()),
            time);
    return new LocalFunction(handler, FUNCTION_TIMEOUT);
  }

  private ProcessFunction processes() {
    var variables = functionEnvironment();
    variables.putAll(ScaledExecutionHandler.environment(time.instant(), options.timeScale()));
    var handler = options.timeScale() == 1 ? ExecutionHandler.class : ScaledExecutionHandler.class;
    return new ProcessFunction(
        new FunctionConfiguration(
            FUNCTION,
            "arn:aws:lambda:%s:%s:function:%s"
                .formatted(Endpoints.REGION, PlanFile.ACCOUNT, FUNCTION),
            handler.getName(),
            FUNCTION_TIMEOUT.dividedBy(options.timeScale()),
            variables,
            ProcessBuilder.Redirect.appendTo(options.log().toFile())),
        CONCURRENCY);
  }

  /** What a process of the function needs in its environment to use this system. */
  public Map<String, String> functionEnvironment() {
    var variables = new HashMap<>(environment());
    variables.putAll(endpoints.variables());
    return variables;
  }

  /** What CloudFormation sets on the function (contract 7.1). */
  private static Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("API_AUTHORIZATION", "off"),
        Map.entry("EXECUTION_HISTORY_TABLE", TABLES.executionHistory()),
        Map.entry("RECOVERY_PLANS_TABLE", TABLES.recoveryPlans()),
        Map.entry("PROTECTION_GROUPS_TABLE", TABLES.protectionGroups()),
        Map.entry("TARGET_ACCOUNTS_TABLE", TABLES.targetAccounts()),
        Map.entry("STATE_MACHINE_ARN", ACCOUNT.stateMachineArn(EXECUTION_MACHINE)),
        Map.entry("EXECUTION_NOTIFICATIONS_TOPIC_ARN", topic("drs-execution-notifications-local")),
        Map.entry("DRS_ALERTS_TOPIC_ARN", topic("drs-alerts-local")),
        Map.entry("EXECUTION_PAUSE_TOPIC_ARN", topic("drs-execution-pause-local")),
        Map.entry("AWS_REGION", Endpoints.REGION));
  }

  private static String topic(String name) {
    return "arn:aws:sns:%s:%s:%s".formatted(Endpoints.REGION, PlanFile.ACCOUNT, name);
  }

  /** Adds another plan, with its servers and accounts. What goes wrong stays as it is. */
  public void add(PlanFile plan) {
    store(plan);
    aws.register(plan.sourceServers());
    plan.targetRoles().forEach(aws::add);
  }

  private void store(PlanFile plan) {
    put(TABLES.recoveryPlans(), plan.plan());
    plan.protectionGroups().forEach(group -> put(TABLES.protectionGroups(), group));
    plan.targetAccounts().forEach(account -> put(TABLES.targetAccounts(), account));
  }

  private void put(String table, JsonNode item) {
    tables.putItem(request -> request.tableName(table).item(JsonItems.item(item)));
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

  /**
   * From now on the workflows alone poll. Time-outs of the SDK take real time: at a large time
   * scale the schedule would poll several times during one poll that waits for them.
   */
  public void stopSchedule() {
    scheduled = false;
  }

  /** The schedule of the reconciler; its answer goes nowhere, as in EventBridge. */
  private void find() {
    if (scheduled) {
      function.invoke(FUNCTION, "{\"source\":\"aws.events\"}", answer -> {});
    }
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

  /** Where DynamoDB listens. */
  public URI dynamoDbUri() {
    return URI.create(String.valueOf(endpoints.variables().get(Endpoints.DYNAMODB)));
  }

  /** Where everything else listens. */
  public URI uri() {
    return server.uri();
  }

  /** Kills the processes of the function, if it has any, as {@code kill -9} does. */
  public void killHandler() {
    if (processes != null) {
      processes.kill();
    }
  }

  /** What other programs set to use this system. */
  public Endpoints endpoints() {
    return endpoints;
  }

  @Override
  public void close() {
    time.close();
    function.close();
    server.close();
    tables.close();
    if (dynamoDb != null) {
      dynamoDb.close();
    }
  }
}
