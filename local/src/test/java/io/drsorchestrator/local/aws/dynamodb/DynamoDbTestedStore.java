package io.drsorchestrator.local.aws.dynamodb;

import io.drsorchestrator.adapter.out.dynamodb.DynamoDbStore;
import io.drsorchestrator.adapter.out.dynamodb.Tables;
import io.drsorchestrator.application.contract.TestedStore;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.application.port.TargetAccounts.TargetAccount;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.WavePlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The real store over HTTP on an engine of its own, and the items that others write. */
public final class DynamoDbTestedStore implements TestedStore, AutoCloseable {

  public static final Tables TABLES = new Tables("history", "plans", "groups", "accounts");

  /** The account in which the orchestrator runs. */
  public static final AccountContext HUB = AccountContext.current("111122223333");

  private final LocalDynamoDb engine;
  private final DynamoDbClient client;
  private final ExecutionStore ports;

  private DynamoDbTestedStore(LocalDynamoDb engine) {
    this.engine = engine;
    client =
        DynamoDbClient.builder()
            .endpointOverride(engine.uri())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    ports = DynamoDbStore.of(client, TABLES, () -> UUID.randomUUID().toString(), HUB);
  }

  public static DynamoDbTestedStore start() {
    var store = new DynamoDbTestedStore(LocalDynamoDb.start(0));
    OrchestratorTables.create(store.client, TABLES);
    return store;
  }

  /** What other programs use. */
  public DynamoDbClient client() {
    return client;
  }

  @Override
  public ExecutionStore ports() {
    return ports;
  }

  @Override
  public void put(RecoveryPlan plan) {
    var waves = plan.waves().map(DynamoDbTestedStore::wave).map(AttributeValue::fromM);
    put(
        TABLES.recoveryPlans(),
        Map.of(
            "planId", text(plan.id().value()),
            "planName", text(plan.name()),
            "waves", AttributeValue.fromL(waves.asJava())));
  }

  private static Map<String, AttributeValue> wave(WavePlan plan) {
    var ids = plan.serverIds().map(SourceServerId::value).map(AttributeValue::fromS);
    return Map.of(
        "waveName", text(plan.name()),
        "protectionGroupId", text(plan.protectionGroupId().get()),
        "serverIds", AttributeValue.fromL(ids.asJava()),
        "pauseBeforeWave", AttributeValue.fromBool(plan.pauseBeforeWave()));
  }

  @Override
  public void put(ProtectionGroup group) {
    var item = new HashMap<String, AttributeValue>();
    item.put("groupId", text(group.groupId()));
    item.put("region", text(group.region()));
    group.accountId().forEach(id -> item.put("accountId", text(id)));
    var tags = group.serverSelectionTags().mapValues(AttributeValue::fromS);
    item.put("serverSelectionTags", AttributeValue.fromM(tags.toJavaMap()));
    LaunchConfigItem.put(item, group.launchSettings());
    put(TABLES.protectionGroups(), item);
  }

  @Override
  public void put(ExecutionKey key, Map<String, ?> attributes) {
    put(TABLES.executionHistory(), value(attributes).m());
  }

  private static AttributeValue value(Object plain) {
    if (plain instanceof Map<?, ?> map) {
      var attributes = new HashMap<String, AttributeValue>();
      map.forEach((name, value) -> attributes.put(String.valueOf(name), value(value)));
      return AttributeValue.fromM(attributes);
    }
    if (plain instanceof List<?> list) {
      return AttributeValue.fromL(list.stream().map(DynamoDbTestedStore::value).toList());
    }
    if (plain instanceof Boolean flag) {
      return AttributeValue.fromBool(flag);
    }
    return plain instanceof Number number
        ? AttributeValue.fromN(number.toString())
        : text(plain.toString());
  }

  @Override
  public void put(TargetAccount account) {
    var item = new HashMap<String, AttributeValue>();
    item.put("accountId", text(account.accountId()));
    item.put("isCurrentAccount", AttributeValue.fromBool(true));
    account.name().forEach(name -> item.put("accountName", text(name)));
    account
        .roleName()
        .forEach(
            role ->
                item.put(
                    "roleArn",
                    text("arn:aws:iam::%s:role/a/path/%s".formatted(account.accountId(), role))));
    account.externalId().forEach(id -> item.put("externalId", text(id)));
    put(TABLES.targetAccounts(), item);
  }

  /** Writes an item as a program of whatever age does. */
  public void put(String table, Map<String, AttributeValue> item) {
    client.putItem(request -> request.tableName(table).item(item));
  }

  @Override
  public void delete(ExecutionKey key) {
    client.deleteItem(
        request ->
            request
                .tableName(TABLES.executionHistory())
                .key(
                    Map.of(
                        "executionId", text(key.executionId().value()),
                        "planId", text(key.planId().value()))));
  }

  public static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  @Override
  public void close() {
    client.close();
    engine.close();
  }
}
