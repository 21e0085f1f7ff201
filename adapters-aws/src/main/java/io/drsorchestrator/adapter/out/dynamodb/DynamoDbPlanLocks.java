package io.drsorchestrator.adapter.out.dynamodb;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.PlanLocks;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The locks of plans (contract 2.4). A lock that is given back stays behind, expired, and remembers
 * the newest execution of its plan, because the index that lists executions by plan lags behind.
 */
final class DynamoDbPlanLocks implements PlanLocks {

  private static final String LAST_STARTED = "lastStartedExecutionId";
  private static final String HOLDER = "lockHolder";

  /** By both: two starts of one plan can be in the same second, and one can be given twice. */
  private static final String MINE = "lockExpiry = :mine AND lockHolder = :me";

  private static final int RELEASES = 5;

  private final DynamoDbClient dynamoDb;
  private final String table;

  DynamoDbPlanLocks(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public Either<Held, PlanLock> acquire(PlanId plan, ExecutionId holder, Instant now) {
    try {
      var old = new StoredItem(dynamoDb.updateItem(taking(plan, holder, now)).attributes());
      return Right(new PlanLock(plan, holder, now, lastStarted(old)));
    } catch (ConditionalCheckFailedException e) {
      var stored = new StoredItem(e.hasItem() ? e.item() : Map.of());
      // The SDK repeats what it got no answer to, and the repeat meets what the first try wrote.
      return isHeld(stored, holder, now)
          ? Right(new PlanLock(plan, holder, now, lastStarted(stored)))
          : Left(new Held(holder(stored), lastStarted(stored)));
    } catch (TransactionConflictException e) {
      // A start of the same plan is being stored at this very moment.
      return Left(new Held(Option.none(), Option.none()));
    } catch (SdkException e) {
      throw AwsFaults.translated("UpdateItem", e);
    }
  }

  private UpdateItemRequest taking(PlanId plan, ExecutionId holder, Instant now) {
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(LockItem.key(plan))
        .updateExpression(
            "SET #s = :lock, startTime = :now, lockExpiry = :expiry, lockHolder = :me")
        .conditionExpression("attribute_not_exists(executionId) OR lockExpiry < :now")
        .expressionAttributeNames(Map.of("#s", "status"))
        .expressionAttributeValues(
            Map.of(
                ":lock",
                Attributes.text("LOCK"),
                ":now",
                Attributes.time(now),
                ":expiry",
                expiry(now),
                ":me",
                Attributes.text(holder.value())))
        .returnValues(ReturnValue.ALL_OLD)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private static boolean isHeld(StoredItem stored, ExecutionId holder, Instant acquiredAt) {
    return stored.text(HOLDER).contains(holder.value())
        && stored
            .number("lockExpiry")
            .contains(acquiredAt.plus(LockItem.LIFETIME).getEpochSecond());
  }

  private static Option<ExecutionId> holder(StoredItem stored) {
    return stored.text(HOLDER).flatMap(id -> Try.of(() -> new ExecutionId(id)).toOption());
  }

  private static Option<ExecutionId> lastStarted(StoredItem stored) {
    return stored.text(LAST_STARTED).map(ExecutionId::new);
  }

  private static AttributeValue expiry(Instant acquiredAt) {
    return Attributes.time(acquiredAt.plus(LockItem.LIFETIME));
  }

  /** Only the lock that was taken: another start may hold it by now. */
  @Override
  public void release(PlanLock lock) {
    for (int i = 1; !isReleased(lock); i++) {
      if (i == RELEASES) {
        throw new AwsUnavailableException(
            "UpdateItem: the lock of plan %s is being written".formatted(lock.plan()),
            new IllegalStateException("TransactionConflict"));
      }
    }
  }

  /** Not while a transaction is writing the lock: whether that starts something is still open. */
  private boolean isReleased(PlanLock lock) {
    try {
      dynamoDb.updateItem(releasing(lock));
      return true;
    } catch (ConditionalCheckFailedException e) {
      // Somebody else holds it, or the start has taken place: nothing to give back.
      return true;
    } catch (TransactionConflictException e) {
      return false;
    } catch (SdkException e) {
      throw AwsFaults.translated("UpdateItem", e);
    }
  }

  private UpdateItemRequest releasing(PlanLock lock) {
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(LockItem.key(lock.plan()))
        .updateExpression("SET lockExpiry = :never")
        .conditionExpression(MINE)
        .expressionAttributeValues(
            Map.of(
                ":never",
                Attributes.number(0),
                ":mine",
                expiry(lock.acquiredAt()),
                ":me",
                Attributes.text(lock.holder().value())))
        .build();
  }

  /** The release that belongs to a start, as part of the transaction that creates the item. */
  static Update started(String table, PlanLock lock) {
    return Update.builder()
        .tableName(table)
        .key(LockItem.key(lock.plan()))
        .updateExpression("SET lockExpiry = :never, " + LAST_STARTED + " = :me")
        .conditionExpression(MINE)
        .expressionAttributeValues(
            Map.of(
                ":never",
                Attributes.number(0),
                ":mine",
                expiry(lock.acquiredAt()),
                ":me",
                Attributes.text(lock.holder().value())))
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
