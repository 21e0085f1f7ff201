package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.ExecutionDiscovery;
import io.drsorchestrator.application.port.ExecutionDocuments;
import io.drsorchestrator.application.port.Executions;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reading executions: consistently by id, through the index by status, raw as documents. */
final class DynamoDbExecutions implements Executions, ExecutionDocuments, ExecutionDiscovery {

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final AccountContext hub;

  DynamoDbExecutions(DynamoDbClient dynamoDb, String table, AccountContext hub) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.hub = hub;
  }

  @Override
  public Option<Execution> find(ExecutionId id) {
    return item(id).map(StoredItem::new).flatMap(item -> ExecutionItem.read(item, hub));
  }

  /** The key has two parts and callers know the first one only: a query, of one item. */
  private Option<Map<String, AttributeValue>> item(ExecutionId id) {
    var query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("executionId = :id")
            .expressionAttributeValues(Map.of(":id", Attributes.text(id.value())))
            .consistentRead(true)
            .limit(1)
            .build();
    return AwsFaults.ask("Query", () -> Vector.ofAll(dynamoDb.query(query).items()).headOption());
  }

  @Override
  public Vector<Candidate> withStatus(ExecutionStatus status) {
    return StatusWords.of(status).flatMap(this::withWord);
  }

  private Vector<Candidate> withWord(String word) {
    var query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(Tables.STATUS_INDEX)
            .keyConditionExpression("#s = :word")
            .projectionExpression("executionId, startTime, lastPolledTime")
            .expressionAttributeNames(Map.of("#s", "status"))
            .expressionAttributeValues(Map.of(":word", Attributes.text(word)))
            .build();
    return AwsFaults.ask("Query", () -> Vector.ofAll(dynamoDb.queryPaginator(query).items()))
        .map(StoredItem::new)
        .reject(ExecutionItem::isLock)
        .flatMap(DynamoDbExecutions::candidate);
  }

  private static Option<Candidate> candidate(StoredItem item) {
    return item.text("executionId")
        .map(
            id ->
                new Candidate(
                    new ExecutionId(id), item.time("startTime"), item.time("lastPolledTime")));
  }

  @Override
  public Option<Map<String, Object>> document(ExecutionId id) {
    return item(id).filter(item -> !ExecutionItem.isLock(new StoredItem(item))).map(Documents::map);
  }
}
