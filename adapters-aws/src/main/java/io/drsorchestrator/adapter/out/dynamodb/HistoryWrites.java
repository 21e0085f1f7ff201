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
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
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
    return attempt(key, update, isMine)
        .fold(stored -> WriteOutcome.CONFLICT, written -> WriteOutcome.WRITTEN);
  }

  /** The same; on a conflict with the item that did not meet the condition, if there is one. */
  Either<Option<StoredItem>, WriteOutcome> attempt(
      ExecutionKey key, ItemUpdate update, Predicate<StoredItem> isMine) {
    try {
      dynamoDb.updateItem(update.request(table, key(key)));
      return Either.right(WriteOutcome.WRITTEN);
    } catch (ConditionalCheckFailedException e) {
      var stored = Option.when(e.hasItem(), () -> new StoredItem(e.item()));
      return stored.exists(isMine) ? Either.right(WriteOutcome.WRITTEN) : Either.left(stored);
    } catch (TransactionConflictException e) {
      return Either.left(Option.none());
    } catch (SdkException e) {
      throw AwsFaults.translated("UpdateItem", e);
    }
  }

  /** The waves as they are stored now. */
  Option<StoredItem> waves(ExecutionKey key) {
    var request =
        GetItemRequest.builder()
            .tableName(table)
            .key(key(key))
            .consistentRead(true)
            .projectionExpression("waves")
            .build();
    return AwsFaults.ask("GetItem", () -> Option.of(dynamoDb.getItem(request)))
        .filter(GetItemResponse::hasItem)
        .map(answer -> new StoredItem(answer.item()));
  }

  static Map<String, AttributeValue> key(ExecutionKey key) {
    return key(new StoredKey(key.executionId().value(), key.planId().value()));
  }

  static Map<String, AttributeValue> key(StoredKey key) {
    return Map.of(
        "executionId", Attributes.text(key.executionId()), "planId", Attributes.text(key.planId()));
  }
}
