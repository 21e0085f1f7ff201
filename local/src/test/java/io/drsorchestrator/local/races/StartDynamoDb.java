package io.drsorchestrator.local.races;

import io.drsorchestrator.local.simulate.judge.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * The engine, one call at a time. Indexes are as late as they like; transactions meet others, lose
 * their answer, or arrive long after their sender has given up.
 */
final class StartDynamoDb implements DynamoDbClient {

  private final DynamoDbClient engine = Engine.CLIENT;
  private final Schedule schedule;
  private final StartHistory history;
  private final StartGuard removed;
  private final Random random;
  private final boolean isUnreliable;
  private final List<TransactWriteItemsRequest> underWay = new ArrayList<>();

  StartDynamoDb(
      Schedule schedule,
      StartHistory history,
      StartGuard removed,
      Random random,
      boolean isUnreliable) {
    this.schedule = schedule;
    this.history = history;
    this.removed = removed;
    this.random = random;
    this.isUnreliable = isUnreliable;
  }

  @Override
  public String serviceName() {
    return engine.serviceName();
  }

  @Override
  public void close() {}

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    var item = new HashMap<>(schedule.call("register", () -> engine.getItem(request)).item());
    if (removed == StartGuard.REGISTER_ENTRIES) {
      item.remove("startedExecutions");
    }
    return GetItemResponse.builder().item(item).build();
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return request.indexName() == null
        ? schedule.call("reads", () -> engine.query(request))
        : schedule.call("index", () -> late(request));
  }

  private QueryResponse late(QueryRequest request) {
    var wanted = request.expressionAttributeValues().values().iterator().next();
    var key = request.indexName().equals("StatusIndex") ? "status" : "planId";
    var seen = history.versions.get(random.nextInt(history.versions.size()));
    return QueryResponse.builder()
        .items(
            seen.values().stream()
                .map(Item::attributes)
                .filter(item -> wanted.equals(item.get(key)))
                .toList())
        .build();
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    var isLock = request.updateExpression().contains("lockExpiry");
    if (isLock && removed == StartGuard.RELEASE && request.updateExpression().endsWith(":never")) {
      return UpdateItemResponse.builder().build();
    }
    return isLock
        ? schedule.call("locks", () -> engine.updateItem(request))
        : schedule.call("writes", () -> written(request));
  }

  private UpdateItemResponse written(UpdateItemRequest request) {
    var answer = engine.updateItem(request.toBuilder().returnValues(ReturnValue.ALL_NEW).build());
    history.stored(answer.attributes());
    return answer;
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    var rewritten = rewritten(request);
    return switch (isUnreliable ? random.nextInt(6) : 5) {
      case 0 -> {
        var unused = schedule.call("creates, lost answer", () -> created(rewritten));
        throw lost();
      }
      case 1 -> {
        schedule.step("creates, under way");
        underWay.add(rewritten);
        throw lost();
      }
      case 2 -> schedule.call("meets another transaction", StartDynamoDb::conflict);
      default -> schedule.call("creates", () -> created(rewritten));
    };
  }

  private SdkClientException lost() {
    history.isDisturbed = true;
    return SdkClientException.create("timed out");
  }

  private static TransactWriteItemsResponse conflict() {
    throw TransactionCanceledException.builder()
        .statusCode(400)
        .cancellationReasons(reason("None"), reason("None"), reason("TransactionConflict"))
        .build();
  }

  private static CancellationReason reason(String code) {
    return CancellationReason.builder().code(code).build();
  }

  private TransactWriteItemsResponse created(TransactWriteItemsRequest request) {
    try {
      var answer = engine.transactWriteItems(request);
      history.stored(request.transactItems().get(0).put().item());
      return answer;
    } catch (TransactionCanceledException e) {
      history.conflicts++;
      throw e;
    }
  }

  /** What is still under way arrives. */
  void deliver() {
    for (var request : List.copyOf(underWay)) {
      underWay.remove(request);
      schedule.step("creates, late");
      try {
        var unused = created(request);
      } catch (TransactionCanceledException e) {
        schedule.step("is void");
      }
    }
  }

  private TransactWriteItemsRequest rewritten(TransactWriteItemsRequest request) {
    if (removed != StartGuard.REGISTER_CONDITION) {
      return request;
    }
    var items = new ArrayList<>(request.transactItems());
    items.set(2, TransactWriteItem.builder().update(unconditional(items.get(2).update())).build());
    return request.toBuilder().transactItems(items).build();
  }

  private static Update unconditional(Update update) {
    Map<String, AttributeValue> values = new HashMap<>(update.expressionAttributeValues());
    values.remove(":read");
    return update.toBuilder().conditionExpression(null).expressionAttributeValues(values).build();
  }
}
