package io.drsorchestrator.local.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drsorchestrator.adapter.in.api.Authorization;
import io.drsorchestrator.adapter.in.api.HttpApi;
import io.drsorchestrator.adapter.in.lambda.ExecutionHandler;
import io.drsorchestrator.bootstrap.LambdaBootstrap;
import io.drsorchestrator.local.aws.dynamodb.LocalDynamoDb;
import io.drsorchestrator.local.aws.dynamodb.OrchestratorTables;
import io.drsorchestrator.local.lambda.LocalFunction;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import io.drsorchestrator.local.system.LocalSystem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The production handler as AWS would run it, with authorization, over DynamoDB Local. No other
 * service can be reached: a request that gets as far as that is answered 5xx, and noticed.
 */
final class GuardedHandler implements AutoCloseable {

  /** Half of a pair of characters survives the way into the handler only as its number. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochSecond(1_769_440_000));
  private static final List<String> TABLES =
      List.of(
          LocalSystem.TABLES.executionHistory(),
          LocalSystem.TABLES.recoveryPlans(),
          LocalSystem.TABLES.protectionGroups(),
          LocalSystem.TABLES.targetAccounts());
  private static final String NOBODY = "http://127.0.0.1:1";

  private final LocalDynamoDb dynamoDb = LocalDynamoDb.start(0);
  private final DynamoDbClient tables;
  private final LocalFunction function;
  private final Set<String> routes;

  GuardedHandler() {
    endpoints();
    tables = DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    OrchestratorTables.create(tables, LocalSystem.TABLES);
    Targets.store(tables);
    var useCases = LambdaBootstrap.useCases(environment(), CLOCK);
    routes = new HttpApi(useCases, Authorization.BY_GROUPS, CLOCK).routes().toJavaSet();
    function =
        new LocalFunction(
            new ExecutionHandler(useCases, Authorization.BY_GROUPS, CLOCK), Duration.ofMinutes(5));
  }

  /** The SDK's own settings; whoever starts a system after this sets them anew. */
  private void endpoints() {
    System.setProperty("aws.endpointUrlDynamoDb", dynamoDb.uri().toString());
    for (var service : List.of("Drs", "Ec2", "Sfn", "Sns", "Sts")) {
      System.setProperty("aws.endpointUrl" + service, NOBODY);
    }
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
  }

  private static Map<String, String> environment() {
    return Map.of(
        "EXECUTION_HISTORY_TABLE", LocalSystem.TABLES.executionHistory(),
        "RECOVERY_PLANS_TABLE", LocalSystem.TABLES.recoveryPlans(),
        "PROTECTION_GROUPS_TABLE", LocalSystem.TABLES.protectionGroups(),
        "TARGET_ACCOUNTS_TABLE", LocalSystem.TABLES.targetAccounts(),
        "STATE_MACHINE_ARN", "arn:aws:states:us-east-1:111122223333:stateMachine:drs",
        "AWS_REGION", "us-east-1");
  }

  /** Method and resource of everything that the handler answers. */
  Set<String> routes() {
    return routes;
  }

  /** What a request led to. */
  record Outcome(JsonNode answer, String printed) {

    int status() {
      return answer.path("statusCode").asInt();
    }

    JsonNode body() {
      return parsed(answer.path("body").asText());
    }
  }

  Outcome send(JsonNode event) {
    try {
      return send(MAPPER.writeValueAsString(event));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Sends an event and keeps whatever is logged or printed meanwhile. */
  Outcome send(String event) {
    var printed = new ByteArrayOutputStream();
    var out = System.out;
    var err = System.err;
    try (var stream = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      System.setErr(stream);
      var result = (InvocationResult.Answer) function.invoke(event);
      return new Outcome(parsed(result.payloadJson()), printed.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + json, e);
    }
  }

  /** Every item of every table. */
  List<Set<Map<String, AttributeValue>>> content() {
    return TABLES.stream().map(this::items).toList();
  }

  /** Every execution, and the lock. */
  Set<Map<String, AttributeValue>> executions() {
    return items(LocalSystem.TABLES.executionHistory());
  }

  private Set<Map<String, AttributeValue>> items(String table) {
    return tables
        .scanPaginator(request -> request.tableName(table).consistentRead(true))
        .items()
        .stream()
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    function.close();
    tables.close();
    dynamoDb.close();
  }
}
