package io.drsorchestrator.local.bench.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.system.JsonItems;
import io.drsorchestrator.local.system.LocalSystem;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** The tables as the bench sees them, with a client of its own. */
final class Items implements AutoCloseable {

  private static final String HISTORY = LocalSystem.TABLES.executionHistory();

  private final DynamoDbClient dynamoDb =
      DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();

  void putPlan(JsonNode plan) {
    dynamoDb.putItem(
        request ->
            request.tableName(LocalSystem.TABLES.recoveryPlans()).item(JsonItems.item(plan)));
  }

  Map<String, AttributeValue> read(String executionId, String planId) {
    var answer =
        dynamoDb.getItem(
            request ->
                request.tableName(HISTORY).key(key(executionId, planId)).consistentRead(true));
    if (!answer.hasItem()) {
      throw new IllegalStateException("no item of " + executionId);
    }
    return answer.item();
  }

  /** How large it is, in units of 4 kB, as DynamoDB bills a consistent read. */
  double readUnits(String executionId, String planId) {
    return dynamoDb
        .getItem(
            request ->
                request
                    .tableName(HISTORY)
                    .key(key(executionId, planId))
                    .consistentRead(true)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
        .consumedCapacity()
        .capacityUnits();
  }

  private static Map<String, AttributeValue> key(String executionId, String planId) {
    return Map.of(
        "executionId", AttributeValue.fromS(executionId), "planId", AttributeValue.fromS(planId));
  }

  void put(Map<String, AttributeValue> item) {
    dynamoDb.putItem(request -> request.tableName(HISTORY).item(item));
  }

  /** As if nothing had ever been started. */
  void forgetExecutions() {
    dynamoDb
        .scanPaginator(
            request -> request.tableName(HISTORY).projectionExpression("executionId, planId"))
        .items()
        .forEach(key -> dynamoDb.deleteItem(request -> request.tableName(HISTORY).key(key)));
  }

  /** The item, with other texts in the places of those that are replaced. */
  static Map<String, AttributeValue> replaced(
      Map<String, AttributeValue> item, Map<String, String> others) {
    var changed = new HashMap<String, AttributeValue>();
    item.forEach((name, value) -> changed.put(name, replaced(value, others)));
    return changed;
  }

  private static AttributeValue replaced(AttributeValue value, Map<String, String> others) {
    return switch (value.type()) {
      case S -> AttributeValue.fromS(others.getOrDefault(value.s(), value.s()));
      case M -> AttributeValue.fromM(replaced(value.m(), others));
      case L -> AttributeValue.fromL(value.l().stream().map(v -> replaced(v, others)).toList());
      default -> value;
    };
  }

  @Override
  public void close() {
    dynamoDb.close();
  }
}
