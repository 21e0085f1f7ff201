package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.ExecutionListing;
import io.drsorchestrator.application.port.StoredKey;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * The history as a whole. The table has no index by time, so that a list has to look at every item
 * (contract 2.1); what it carries away of each is little.
 */
final class DynamoDbListing implements ExecutionListing {

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final BatchReads reads;

  DynamoDbListing(DynamoDbClient dynamoDb, String table, BatchReads reads) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.reads = reads;
  }

  /** Not strongly consistent, at half the price: the list is asked for every three seconds. */
  @Override
  public Vector<Head> heads() {
    var scan =
        ScanRequest.builder()
            .tableName(table)
            .projectionExpression("#e, #p, #s, #t, #a")
            .expressionAttributeNames(
                Map.of(
                    "#e",
                    "executionId",
                    "#p",
                    "planId",
                    "#s",
                    "status",
                    "#t",
                    "startTime",
                    "#a",
                    "accountId"))
            .build();
    return AwsFaults.ask("Scan", () -> Vector.ofAll(dynamoDb.scanPaginator(scan).items()))
        .map(StoredItem::new)
        .reject(ExecutionItem::isLock)
        .map(DynamoDbListing::head);
  }

  private static Head head(StoredItem item) {
    return new Head(
        key(item.attributes()),
        item.text("status").getOrElse(""),
        item.time("startTime"),
        item.text("accountId"));
  }

  @Override
  public Vector<Map<String, Object>> documents(Vector<StoredKey> keys) {
    var found =
        reads
            .all(table, keys.map(HistoryWrites::key))
            .reject(item -> ExecutionItem.isLock(new StoredItem(item)))
            .toMap(DynamoDbListing::key, Documents::map);
    return keys.flatMap(found::get);
  }

  /** Both attributes are the key, so every item has them as texts. */
  private static StoredKey key(Map<String, AttributeValue> item) {
    return new StoredKey(part(item, "executionId"), part(item, "planId"));
  }

  private static String part(Map<String, AttributeValue> item, String name) {
    return Option.of(item.get(name)).map(AttributeValue::s).getOrElse("");
  }
}
