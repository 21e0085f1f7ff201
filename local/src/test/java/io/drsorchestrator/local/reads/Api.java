package io.drsorchestrator.local.reads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.api.Authorization;
import io.drsorchestrator.adapter.in.lambda.ExecutionHandler;
import io.drsorchestrator.application.Settings;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.memory.SettableClock;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.LaunchConfigurations;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.domain.Moments;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.wave.WavePolicy;
import io.drsorchestrator.local.aws.dynamodb.DynamoDbTestedStore;
import io.drsorchestrator.local.lambda.LocalFunction;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;

/**
 * The real handler on the real store, called as API Gateway calls it; it is two hours after noon.
 */
final class Api implements AutoCloseable {

  static final AccountContext HUB = AccountContext.current("111122223333");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final DynamoDbTestedStore store = DynamoDbTestedStore.start();
  private final SettableClock clock = new SettableClock(Moments.noonPlus(Duration.ofHours(2)));
  private final LocalFunction function;
  private String groups = "DRSOperator";

  Api(Aws aws) {
    var settings = new Settings(clock, () -> "id", HUB, WavePolicy.DEFAULT);
    var useCases = UseCases.of(store.ports(), aws, occurrence -> {}, settings);
    var handler = new ExecutionHandler(useCases, Authorization.BY_GROUPS, clock);
    this.function = new LocalFunction(handler, Duration.ofSeconds(29));
  }

  /** Whoever asks anything but the store fails. */
  static Api withoutAws() {
    return new Api(
        new Aws(
            untouched(RecoveryJobs.class),
            untouched(RecoveryServers.class),
            untouched(LaunchAdmission.class),
            untouched(LaunchConfigurations.class),
            untouched(RecoveryInstances.class),
            untouched(Workflows.class)));
  }

  static <P> P untouched(Class<P> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              throw new AssertionError(
                  port.getSimpleName() + "." + method.getName() + " is called");
            }));
  }

  DynamoDbTestedStore store() {
    return store;
  }

  /** Makes the history empty. */
  void clear() {
    var history = DynamoDbTestedStore.TABLES.executionHistory();
    store
        .client()
        .scanPaginator(scan -> scan.tableName(history).attributesToGet("executionId", "planId"))
        .items()
        .forEach(key -> store.client().deleteItem(item -> item.tableName(history).key(key)));
  }

  long now() {
    return clock.instant().getEpochSecond();
  }

  /** From now on the caller is in these Cognito groups. */
  void signIn(String cognitoGroups) {
    groups = cognitoGroups;
  }

  JsonNode details(String id) {
    return body(
        call(
            event("GET", "/executions/{id}")
                .<ObjectNode>set("pathParameters", object().put("id", id))));
  }

  JsonNode list(Map<String, String> query) {
    return body(call(event("GET", "/executions", query)));
  }

  ObjectNode event(String method, String resource) {
    var event = object().put("httpMethod", method).put("resource", resource);
    event.putObject("headers").put("Authorization", "Bearer secret");
    event
        .putObject("requestContext")
        .putObject("authorizer")
        .putObject("claims")
        .put("email", "alice@example.com")
        .put("cognito:groups", groups);
    return event;
  }

  ObjectNode event(String method, String resource, Map<String, String> query) {
    var event = event(method, resource);
    query.forEach(event.putObject("queryStringParameters")::put);
    return event;
  }

  /** The answer as API Gateway gets it. */
  JsonNode call(ObjectNode event) {
    return parsed(((InvocationResult.Answer) function.invoke(event.toString())).payloadJson());
  }

  static JsonNode body(JsonNode answer) {
    return parsed(answer.path("body").asText());
  }

  static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void close() {
    function.close();
    store.close();
  }
}
