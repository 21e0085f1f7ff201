package io.drsorchestrator.local.races;

import io.drsorchestrator.local.simulate.judge.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * The engine, one call at a time: every call waits for the baton, every stored version is kept.
 * Indexes are answered from the last few versions, as late as an index may be.
 */
final class GatedDynamoDb implements DynamoDbClient {

  private static final Set<String> WORDS = Set.of("PENDING", "POLLING", "PAUSED", "CANCELLING");

  private final DynamoDbClient engine = Engine.CLIENT;
  private final Schedule schedule;
  private final History history;
  private final Guard removed;
  private final Reads reads;

  /** The item after the claim, where the look before a launch is left out. */
  private final Map<Actor, Map<String, AttributeValue>> claimed = new HashMap<>();

  GatedDynamoDb(Schedule schedule, History history, Guard removed, Reads reads) {
    this.schedule = schedule;
    this.history = history;
    this.removed = removed;
    this.reads = reads;
  }

  @Override
  public String serviceName() {
    return engine.serviceName();
  }

  @Override
  public void close() {}

  @Override
  public QueryResponse query(QueryRequest request) {
    return request.indexName() == null ? read(request) : index(request);
  }

  private QueryResponse read(QueryRequest request) {
    var answer = schedule.call("reads", () -> consistent(request));
    var instead = claimed.remove(schedule.current());
    var items = instead == null ? answer.items() : List.of(instead);
    var operation = schedule.current().operation;
    return answer.toBuilder()
        .items(items.stream().map(item -> removed.asSeen(operation, item)).toList())
        .build();
  }

  /**
   * The register of starts: what other races have entered is none of this one's business. It takes
   * no step of its own: {@link StartRace} is about starts.
   */
  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    var item = new HashMap<>(engine.getItem(request).item());
    item.remove("startedExecutions");
    return GetItemResponse.builder().item(item).build();
  }

  private QueryResponse consistent(QueryRequest request) {
    return switch (reads) {
      case FROM_ENGINE -> engine.query(request);
      case FROM_HISTORY ->
          QueryResponse.builder()
              .items(history.isEmpty() ? List.of() : List.of(history.last().attributes()))
              .build();
    };
  }

  private QueryResponse index(QueryRequest request) {
    var word = request.expressionAttributeValues().values().iterator().next().s();
    if (schedule.current().operation.equals("create")) {
      return QueryResponse.builder().items(List.of()).build();
    }
    return WORDS.contains(word)
        ? schedule.call("index " + word, () -> late(word))
        : QueryResponse.builder().items(List.of()).build();
  }

  private QueryResponse late(String word) {
    int size = history.versions.size();
    int age = schedule.happens(300) ? 2 : schedule.happens(300) ? 1 : 0;
    var seen = size > age ? history.versions.get(size - 1 - age).item() : new Item(Map.of());
    return QueryResponse.builder()
        .items(seen.status().equals(word) ? List.of(seen.attributes()) : List.of())
        .build();
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    if (request.updateExpression().contains("lockExpiry")) {
      return schedule.call("locks", () -> engine.updateItem(request));
    }
    var rewritten = removed.write(request).toBuilder().returnValues(ReturnValue.ALL_NEW).build();
    if (schedule.happens(30)) {
      // The answer is lost on the way, and the SDK sends the same request again.
      history.troubles++;
      var unused = schedule.call("writes, lost answer", () -> tried(rewritten));
    }
    return schedule.call("writes", () -> update(rewritten));
  }

  private boolean tried(UpdateItemRequest request) {
    try {
      return update(request).hasAttributes();
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private UpdateItemResponse update(UpdateItemRequest request) {
    try {
      var answer = engine.updateItem(request);
      stored(answer.attributes());
      if (!removed.rereads() && request.updateExpression().contains("#attemptId")) {
        claimed.put(schedule.current(), answer.attributes());
      }
      return answer;
    } catch (ConditionalCheckFailedException e) {
      history.conflicts++;
      throw e;
    }
  }

  private void stored(Map<String, AttributeValue> item) {
    history.stored(schedule.steps(), schedule.current().operation, item);
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return schedule.call("creates", () -> create(request));
  }

  private TransactWriteItemsResponse create(TransactWriteItemsRequest request) {
    try {
      var answer = engine.transactWriteItems(request);
      stored(request.transactItems().get(0).put().item());
      return answer;
    } catch (TransactionCanceledException e) {
      history.conflicts++;
      throw e;
    }
  }
}
