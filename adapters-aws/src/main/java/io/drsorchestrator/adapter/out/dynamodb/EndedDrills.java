package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.collection.Vector;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The index by status, searched for drills that have ended. It has no order by time (contract 2.1),
 * so that a search reads all that has ended; what it carries away is little.
 */
final class EndedDrills {

  /**
   * Of one status word, of 1 MB each: a search costs at most 12,800 read units a word and takes
   * seconds. A history that is larger has drills that nobody is reminded of until ended executions
   * are deleted.
   */
  private static final int PAGES = 100;

  private static final String FILTER =
      "executionType = :drill"
          + " AND (attribute_not_exists(instancesTerminated) OR instancesTerminated <> :yes)"
          + " AND (attribute_not_exists(#r) OR #r.#t <= :quiet)";

  private final DynamoDbClient dynamoDb;
  private final String table;

  EndedDrills(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /** Those whose instances are not known to be terminated, and that nobody was told of lately. */
  Vector<ExecutionId> notTerminated(
      Vector<String> words, Instant startedSince, Instant quietSince) {
    return words
        .flatMap(word -> withWord(word, quietSince))
        .filter(item -> item.time("startTime").exists(start -> !start.isBefore(startedSince)))
        .flatMap(item -> item.text("executionId"))
        .map(ExecutionId::new);
  }

  private Vector<StoredItem> withWord(String word, Instant quietSince) {
    var query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(Tables.STATUS_INDEX)
            .keyConditionExpression("#s = :word")
            .filterExpression(FILTER)
            .projectionExpression("executionId, startTime")
            .expressionAttributeNames(
                Map.of("#s", "status", "#r", DrillItem.REMINDER, "#t", DrillItem.TIME))
            .expressionAttributeValues(values(word, quietSince))
            .build();
    return AwsFaults.ask(
        "Query",
        () ->
            Vector.ofAll(
                dynamoDb.queryPaginator(query).stream()
                    .limit(PAGES)
                    .map(QueryResponse::items)
                    .flatMap(items -> items.stream().map(StoredItem::new))));
  }

  private static Map<String, AttributeValue> values(String word, Instant quietSince) {
    var values = new LinkedHashMap<String, AttributeValue>();
    values.put(":word", Attributes.text(word));
    values.put(":drill", Attributes.text("DRILL"));
    values.put(":yes", Attributes.flag(true));
    values.put(":quiet", Attributes.time(quietSince));
    return values;
  }
}
