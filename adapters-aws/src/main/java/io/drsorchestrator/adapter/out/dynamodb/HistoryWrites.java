package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.StoredKey;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.Revision;
import io.drsorchestrator.domain.execution.Transition;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Conditional writes to the execution-history table. */
final class HistoryWrites {

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Supplier<String> writeIds;

  HistoryWrites(DynamoDbClient dynamoDb, String table, Supplier<String> writeIds) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.writeIds = writeIds;
  }

  /** Marks one write, so that a repeated try recognises what its first try has written. */
  String newWriteId() {
    return writeIds.get();
  }

  /**
   * The start of every lifecycle write: it is conditional on the version that was read, which every
   * lifecycle write moves on and no poll does, and on the statuses that it may leave.
   */
  ItemUpdate leaving(Transition<?> transition, ExecutionStatus... statuses) {
    var before = transition.before().map(ActiveExecution::facts);
    var read = before.map(facts -> facts.revision()).getOrElse(Revision.INITIAL);
    var update = new ItemUpdate().set("version", Attributes.number(read.next().value()));
    // Items of older systems have no version until the first of our lifecycle writes.
    return (read.value() == 0
            ? update.whenMissing("version")
            : update.whenEqual("version", Attributes.number(read.value())))
        .whenIn("status", StatusWords.of(statuses));
  }

  /** Writes a lifecycle transition. */
  WriteOutcome write(Transition<? extends Execution> transition, ItemUpdate update) {
    var id = newWriteId();
    update.set("transitionId", Attributes.text(id));
    return write(transition.next().key(), update, item -> item.text("transitionId").contains(id));
  }

  /**
   * Writes {@code update}. A conditional write that the SDK repeats after a lost answer fails
   * because its first try has succeeded: {@code isMine} recognises that from the stored item.
   */
  WriteOutcome write(ExecutionKey key, ItemUpdate update, Predicate<StoredItem> isMine) {
    try {
      dynamoDb.updateItem(update.request(table, key(key)));
      return WriteOutcome.WRITTEN;
    } catch (ConditionalCheckFailedException e) {
      return e.hasItem() && isMine.test(new StoredItem(e.item()))
          ? WriteOutcome.WRITTEN
          : WriteOutcome.CONFLICT;
    } catch (TransactionConflictException e) {
      return WriteOutcome.CONFLICT;
    } catch (SdkException e) {
      throw AwsFaults.translated("UpdateItem", e);
    }
  }

  static Map<String, AttributeValue> key(ExecutionKey key) {
    return key(new StoredKey(key.executionId().value(), key.planId().value()));
  }

  static Map<String, AttributeValue> key(StoredKey key) {
    return Map.of(
        "executionId", Attributes.text(key.executionId()), "planId", Attributes.text(key.planId()));
  }
}
