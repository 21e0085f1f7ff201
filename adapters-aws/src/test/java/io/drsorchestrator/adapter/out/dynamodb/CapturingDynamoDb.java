package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.domain.execution.AccountContext;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** A client that keeps the writes it is asked for, and lets them succeed or fail. */
final class CapturingDynamoDb implements DynamoDbClient {

  private static final AccountContext HUB = AccountContext.current("111122223333");
  private static final Tables TABLES = new Tables("history", "plans", "groups", "accounts");

  private final AtomicInteger ids = new AtomicInteger();
  private Vector<UpdateItemRequest> updates = Vector.empty();
  private Vector<TransactWriteItemsRequest> transactions = Vector.empty();
  private Option<Map<String, AttributeValue>> stored = Option.none();
  private List<CancellationReason> reasons = List.of();

  /** The store on this client; the ids of its writes are write-1, write-2 and so on. */
  ExecutionStore store() {
    return DynamoDbStore.of(this, TABLES, () -> "write-" + ids.incrementAndGet(), HUB);
  }

  /** From now on no condition holds, and {@code item} is what is stored. */
  void refuse(Map<String, AttributeValue> item) {
    stored = Option.some(item);
  }

  /** From now on every transaction is cancelled for these reasons, one an item. */
  void cancel(String... codes) {
    reasons =
        Vector.of(codes).map(code -> CancellationReason.builder().code(code).build()).asJava();
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    updates = updates.append(request);
    stored.forEach(
        item -> {
          throw ConditionalCheckFailedException.builder().item(item).build();
        });
    return UpdateItemResponse.builder().build();
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    transactions = transactions.append(request);
    if (!reasons.isEmpty()) {
      throw TransactionCanceledException.builder()
          .statusCode(400)
          .cancellationReasons(reasons)
          .build();
    }
    return TransactWriteItemsResponse.builder().build();
  }

  UpdateItemRequest update() {
    return updates.single();
  }

  Vector<UpdateItemRequest> updates() {
    return updates;
  }

  TransactWriteItemsRequest transaction() {
    return transactions.single();
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {}
}
