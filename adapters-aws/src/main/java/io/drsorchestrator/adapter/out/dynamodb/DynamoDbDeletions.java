package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.Deletions;
import io.drsorchestrator.application.port.StoredKey;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.vavr.collection.Vector;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Deleting items of the history, one at a time: batches of DynamoDB have no conditions. */
final class DynamoDbDeletions implements Deletions {

  private static final Map<String, AttributeValue> ENDED =
      Vector.of(ExecutionStatus.values())
          .filter(ExecutionStatus::isTerminal)
          .flatMap(StatusWords::of)
          .zipWithIndex()
          .toJavaMap(word -> word.map(Attributes::text, index -> ":v" + index).swap());

  private final DynamoDbClient dynamoDb;
  private final String table;

  DynamoDbDeletions(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /**
   * An older system may have put the execution back to work since it was read: that one stays. One
   * that is gone is as it should be, which is also what a repeat after a lost answer meets.
   */
  @Override
  public WriteOutcome delete(StoredKey key) {
    try {
      dynamoDb.deleteItem(request(key));
      return WriteOutcome.WRITTEN;
    } catch (ConditionalCheckFailedException | TransactionConflictException e) {
      return WriteOutcome.CONFLICT;
    } catch (SdkException e) {
      throw AwsFaults.translated("DeleteItem", e);
    }
  }

  private DeleteItemRequest request(StoredKey key) {
    return DeleteItemRequest.builder()
        .tableName(table)
        .key(HistoryWrites.key(key))
        .conditionExpression(
            "attribute_not_exists(#e) OR #s IN (" + String.join(", ", ENDED.keySet()) + ")")
        .expressionAttributeNames(Map.of("#e", "executionId", "#s", "status"))
        .expressionAttributeValues(ENDED)
        .build();
  }
}
