package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/** Strongly consistent reads of many items of a table, each asked for once. */
final class BatchReads {

  private static final int LARGEST = 100;
  private static final int FRUITLESS_ATTEMPTS = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(25);

  private static final KeysAndAttributes NOTHING = KeysAndAttributes.builder().build();

  private final DynamoDbClient dynamoDb;
  private final Consumer<Duration> pause;

  /** {@code pause} waits. */
  BatchReads(DynamoDbClient dynamoDb, Consumer<Duration> pause) {
    this.dynamoDb = dynamoDb;
    this.pause = pause;
  }

  /** The items that exist, in no order. */
  Vector<Map<String, AttributeValue>> all(String table, Vector<Map<String, AttributeValue>> keys) {
    return Vector.ofAll(keys.distinct().grouped(LARGEST))
        .flatMap(some -> read(table, some.asJava()));
  }

  /**
   * DynamoDB leaves keys unprocessed when an answer would have more than 16 MB, and when it
   * throttles: only answers without any item count against us.
   */
  private Vector<Map<String, AttributeValue>> read(
      String table, Collection<Map<String, AttributeValue>> keys) {
    var found = Vector.<Map<String, AttributeValue>>empty();
    var left = keys;
    for (int fruitless = 0; fruitless < FRUITLESS_ATTEMPTS; ) {
      var request = request(table, left);
      var answer = AwsFaults.ask("BatchGetItem", () -> dynamoDb.batchGetItem(request));
      var items = answer.responses().getOrDefault(table, List.of());
      found = found.appendAll(items);
      left = answer.unprocessedKeys().getOrDefault(table, NOTHING).keys();
      if (left.isEmpty()) {
        return found;
      }
      fruitless = items.isEmpty() ? fruitless + 1 : 0;
      pause.accept(FIRST_PAUSE.multipliedBy(1L << fruitless));
    }
    throw AwsFaults.translated("BatchGetItem", throttled(left.size()));
  }

  private static BatchGetItemRequest request(
      String table, Collection<Map<String, AttributeValue>> keys) {
    var wanted = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    return BatchGetItemRequest.builder().requestItems(Map.of(table, wanted)).build();
  }

  private static ProvisionedThroughputExceededException throttled(int keys) {
    return ProvisionedThroughputExceededException.builder()
        .message("DynamoDB left %d keys unprocessed time and again".formatted(keys))
        .build();
  }
}
