package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.StartRegister;
import io.drsorchestrator.domain.execution.ExecutionId;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The register of starts, one item that looks like a lock in the table of the executions. */
final class DynamoDbStartRegister implements StartRegister {

  private static final String STARTED = "startedExecutions";

  private final DynamoDbClient dynamoDb;
  private final String table;

  DynamoDbStartRegister(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public Entries read() {
    var request =
        GetItemRequest.builder()
            .tableName(table)
            .key(LockItem.starts())
            .consistentRead(true)
            .build();
    var answer = AwsFaults.ask("GetItem", () -> dynamoDb.getItem(request));
    var item = new StoredItem(answer.item());
    return new Entries(
        item.number("version").getOrElse(0L), item.texts(STARTED).map(ExecutionId::new));
  }

  /** The entry of a start, as part of its transaction; void if the register has moved on. */
  static Update entered(String table, Entries read, ExecutionId id) {
    var next = read.with(id);
    var values = new LinkedHashMap<String, AttributeValue>();
    values.put(":lock", Attributes.text("LOCK"));
    values.put(":next", Attributes.number(next.version()));
    values.put(
        ":started",
        Attributes.list(next.started().map(ExecutionId::value).map(Attributes::text).asJava()));
    if (read.version() > 0) {
      values.put(":read", Attributes.number(read.version()));
    }
    return Update.builder()
        .tableName(table)
        .key(LockItem.starts())
        .updateExpression("SET #s = :lock, version = :next, " + STARTED + " = :started")
        .conditionExpression(
            read.version() > 0 ? "version = :read" : "attribute_not_exists(version)")
        .expressionAttributeNames(Map.of("#s", "status"))
        .expressionAttributeValues(values)
        .build();
  }
}
