package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.PlanLocks;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The locks of plans (contract 2.4). A lock that is given back stays behind, expired, and remembers
 * the newest execution of its plan, because the index that lists executions by plan lags behind.
 */
final class DynamoDbPlanLocks implements PlanLocks {

  private static final String LAST_STARTED = "lastStartedExecutionId";

  private final DynamoDbClient dynamoDb;
  private final String table;

  DynamoDbPlanLocks(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public Option<PlanLock> acquire(PlanId plan, Instant now) {
    try {
      var old =
          dynamoDb
              .updateItem(
                  UpdateItemRequest.builder()
                      .tableName(table)
                      .key(LockItem.key(plan))
                      .updateExpression("SET #s = :lock, startTime = :now, lockExpiry = :expiry")
                      .conditionExpression("attribute_not_exists(executionId) OR lockExpiry < :now")
                      .expressionAttributeNames(Map.of("#s", "status"))
                      .expressionAttributeValues(
                          Map.of(
                              ":lock",
                              Attributes.text("LOCK"),
                              ":now",
                              Attributes.time(now),
                              ":expiry",
                              expiry(now)))
                      .returnValues(ReturnValue.ALL_OLD)
                      .build())
              .attributes();
      return Option.some(
          new PlanLock(plan, now, new StoredItem(old).text(LAST_STARTED).map(ExecutionId::new)));
    } catch (ConditionalCheckFailedException e) {
      return Option.none();
    } catch (SdkException e) {
      throw AwsFaults.translated("UpdateItem", e);
    }
  }

  private static AttributeValue expiry(Instant acquiredAt) {
    return Attributes.time(acquiredAt.plus(LockItem.LIFETIME));
  }

  /** Only the lock that was taken: another start may hold it by now. */
  @Override
  public void release(PlanLock lock) {
    try {
      dynamoDb.updateItem(
          UpdateItemRequest.builder()
              .tableName(table)
              .key(LockItem.key(lock.plan()))
              .updateExpression("SET lockExpiry = :never")
              .conditionExpression("lockExpiry = :mine")
              .expressionAttributeValues(
                  Map.of(":never", Attributes.number(0), ":mine", expiry(lock.acquiredAt())))
              .build());
    } catch (ConditionalCheckFailedException e) {
      // Somebody else holds it: nothing to give back.
      return;
    } catch (SdkException e) {
      throw AwsFaults.translated("UpdateItem", e);
    }
  }

  /** The release that belongs to a start, as part of the transaction that creates the item. */
  static Update started(String table, PlanLock lock, ExecutionId id) {
    return Update.builder()
        .tableName(table)
        .key(LockItem.key(lock.plan()))
        .updateExpression("SET lockExpiry = :never, " + LAST_STARTED + " = :id")
        .conditionExpression("lockExpiry = :mine")
        .expressionAttributeValues(
            Map.of(
                ":never",
                Attributes.number(0),
                ":mine",
                expiry(lock.acquiredAt()),
                ":id",
                Attributes.text(id.value())))
        .build();
  }

  @Override
  public Vector<ExecutionId> candidates(PlanId plan) {
    var query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(Tables.PLAN_ID_INDEX)
            .keyConditionExpression("planId = :plan")
            .expressionAttributeValues(Map.of(":plan", Attributes.text(plan.value())))
            .projectionExpression("executionId, #s")
            .expressionAttributeNames(Map.of("#s", "status"))
            .build();
    return AwsFaults.ask("Query", () -> Vector.ofAll(dynamoDb.queryPaginator(query).items()))
        .map(StoredItem::new)
        .reject(ExecutionItem::isLock)
        .filter(DynamoDbPlanLocks::mayBeActive)
        .flatMap(item -> item.text("executionId").map(ExecutionId::new));
  }

  private static boolean mayBeActive(StoredItem item) {
    return !item.text("status").flatMap(StatusWords::execution).exists(s -> s.isTerminal());
  }
}
