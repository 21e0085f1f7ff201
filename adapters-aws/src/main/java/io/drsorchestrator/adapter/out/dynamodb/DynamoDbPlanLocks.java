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
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * The locks of plans (contract 2.4). A lock that is given back stays behind, expired, and remembers
 * the newest execution of its plan, because the index that lists executions by plan lags behind.
 */
final class DynamoDbPlanLocks implements PlanLocks {

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
      var old =
          new StoredItem(
              dynamoDb.updateItem(LockWrites.taking(table, plan, holder, now)).attributes());
      return Right(new PlanLock(plan, holder, now, lastStarted(old)));
    } catch (ConditionalCheckFailedException e) {
      var stored = new StoredItem(e.hasItem() ? e.item() : Map.of());
      // The SDK repeats what it got no answer to, and the repeat meets what the first try wrote.
      return LockWrites.isHeld(stored, holder, now)
          ? Right(new PlanLock(plan, holder, now, lastStarted(stored)))
          : Left(new Held(holder(stored), lastStarted(stored)));
    } catch (TransactionConflictException e) {
      // A start of the same plan is being stored at this very moment.
      return Left(new Held(Option.none(), Option.none()));
    } catch (SdkException e) {
      throw AwsFaults.translated("UpdateItem", e);
    }
  }

  private static Option<ExecutionId> holder(StoredItem stored) {
    return stored
        .text(LockWrites.HOLDER)
        .flatMap(id -> Try.of(() -> new ExecutionId(id)).toOption());
  }

  private static Option<ExecutionId> lastStarted(StoredItem stored) {
    return stored.text(LockWrites.LAST_STARTED).map(ExecutionId::new);
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
      dynamoDb.updateItem(LockWrites.releasing(table, lock));
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

  @Override
  public LockState lockOf(PlanId plan, Instant now) {
    var request =
        GetItemRequest.builder()
            .tableName(table)
            .key(LockItem.key(plan))
            .consistentRead(true)
            .build();
    var stored = new StoredItem(AwsFaults.ask("GetItem", () -> dynamoDb.getItem(request)).item());
    var isHeld = LockWrites.keepsOthersOut(stored, now);
    return new LockState(isHeld, holder(stored).filter(by -> isHeld), lastStarted(stored));
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
