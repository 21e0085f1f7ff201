package io.drsorchestrator.local.races;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/**
 * DynamoDB Local without HTTP, for all seeds, with the key of the history table. It has no indexes:
 * what an index tells is late anyway, and comes from the history of a race.
 */
final class Engine {

  static final String TABLE = "execution-history";

  /** Without telemetry. */
  static final DynamoDbClient CLIENT = DynamoDBEmbedded.create(true).dynamoDbClient();

  static {
    create(TABLE);
  }

  private Engine() {}

  static void create(String table) {
    CLIENT.createTable(
        request ->
            request
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(List.of(attribute("executionId"), attribute("planId")))
                .keySchema(key("executionId", KeyType.HASH), key("planId", KeyType.RANGE)));
  }

  static void delete(String table) {
    CLIENT.deleteTable(request -> request.tableName(table));
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
