package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.application.port.PlanLocks.PlanLock;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The writes of a plan's lock (contract 2.4), and what they leave in it. */
final class LockWrites {

  static final String LAST_STARTED = "lastStartedExecutionId";
  static final String HOLDER = "lockHolder";

  /** By both: two starts of one plan can be in the same second, and one can be given twice. */
  private static final String MINE = "lockExpiry = :mine AND lockHolder = :me";

  private LockWrites() {}

  static UpdateItemRequest taking(String table, PlanId plan, ExecutionId holder, Instant now) {
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

  /** Whether an acquisition of that moment has left the lock like this. */
  static boolean isHeld(StoredItem stored, ExecutionId holder, Instant acquiredAt) {
    return stored.text(HOLDER).contains(holder.value())
        && stored
            .number("lockExpiry")
            .contains(acquiredAt.plus(LockItem.LIFETIME).getEpochSecond());
  }

  /**
   * Whether {@link #taking} it would fail: what the condition says, about an item that was read.
   */
  static boolean keepsOthersOut(StoredItem stored, Instant now) {
    return !stored.attributes().isEmpty()
        && stored.number("lockExpiry").forAll(expiry -> expiry >= now.getEpochSecond());
  }

  static UpdateItemRequest releasing(String table, PlanLock lock) {
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(LockItem.key(lock.plan()))
        .updateExpression("SET lockExpiry = :never")
        .conditionExpression(MINE)
        .expressionAttributeValues(released(lock))
        .build();
  }

  /** The release that belongs to a start, as part of the transaction that creates the item. */
  static Update started(String table, PlanLock lock) {
    return Update.builder()
        .tableName(table)
        .key(LockItem.key(lock.plan()))
        .updateExpression("SET lockExpiry = :never, " + LAST_STARTED + " = :me")
        .conditionExpression(MINE)
        .expressionAttributeValues(released(lock))
        .build();
  }

  private static Map<String, AttributeValue> released(PlanLock lock) {
    return Map.of(
        ":never",
        Attributes.number(0),
        ":mine",
        expiry(lock.acquiredAt()),
        ":me",
        Attributes.text(lock.holder().value()));
  }

  private static AttributeValue expiry(Instant acquiredAt) {
    return Attributes.time(acquiredAt.plus(LockItem.LIFETIME));
  }
}
