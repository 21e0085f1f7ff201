package io.drsorchestrator.local.aws.dynamodb;

import io.drsorchestrator.adapter.out.dynamodb.Tables;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** The tables of the orchestrator with the keys and indexes of the contract (2.1). */
public final class OrchestratorTables {

  private OrchestratorTables() {}

  /**
   * Creates the tables. The history table gets a stream here, so that every change can be observed
   * from outside.
   */
  public static void create(DynamoDbClient dynamoDb, Tables tables) {
    create(dynamoDb, history(tables.executionHistory()));
    create(dynamoDb, table(tables.recoveryPlans(), "planId").build());
    create(dynamoDb, table(tables.protectionGroups(), "groupId").build());
    create(dynamoDb, table(tables.targetAccounts(), "accountId").build());
  }

  /** A table that is there already stays as it is: the database may be somebody else's. */
  private static void create(DynamoDbClient dynamoDb, CreateTableRequest table) {
    try {
      dynamoDb.createTable(table);
    } catch (ResourceInUseException e) {
      return;
    }
  }

  private static CreateTableRequest history(String name) {
    return table(name, "executionId", "planId")
        .attributeDefinitions(attributes("executionId", "planId", "status"))
        .globalSecondaryIndexes(index("StatusIndex", "status"), index("planIdIndex", "planId"))
        .streamSpecification(
            StreamSpecification.builder()
                .streamEnabled(true)
                .streamViewType(StreamViewType.NEW_IMAGE)
                .build())
        .build();
  }

  private static CreateTableRequest.Builder table(String name, String... keys) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(attributes(keys))
        .keySchema(keySchema(keys));
  }

  private static List<AttributeDefinition> attributes(String... names) {
    return Stream.of(names)
        .map(
            name ->
                AttributeDefinition.builder()
                    .attributeName(name)
                    .attributeType(ScalarAttributeType.S)
                    .build())
        .toList();
  }

  private static List<KeySchemaElement> keySchema(String... keys) {
    return Stream.of(keys)
        .map(
            key ->
                KeySchemaElement.builder()
                    .attributeName(key)
                    .keyType(key.equals(keys[0]) ? KeyType.HASH : KeyType.RANGE)
                    .build())
        .toList();
  }

  private static GlobalSecondaryIndex index(String name, String key) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(keySchema(key))
        .projection(Projection.builder().projectionType(ProjectionType.ALL).build())
        .build();
  }
}
