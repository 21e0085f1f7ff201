package io.drsorchestrator.local.simulate.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * DynamoDB in memory, for one thread at a time: the operations and expressions that the
 * orchestrator uses, and no others.
 */
public final class MemoryDynamoDb implements DynamoDbClient {

  private final Map<String, Table> tables = new HashMap<>();
  private final Set<String> transactions = new HashSet<>();
  private final Answering answering;
  private final Consumer<Changed> observer;

  /** {@code observer} is told of every write that had an effect. */
  public MemoryDynamoDb(Answering answering, Consumer<Changed> observer) {
    this.answering = answering;
    this.observer = observer;
  }

  /** Adds an empty table. */
  public MemoryDynamoDb with(String table, String... keyNames) {
    tables.put(table, new Table(keyNames));
    return this;
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {}

  /** All items of a table as they are now, past everything that may go wrong. */
  public List<Map<String, AttributeValue>> items(String table) {
    return table(table).all();
  }

  private Table table(String name) {
    var table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("There is no table " + name);
    }
    return table;
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return answering.answer(
        Question.write(
            "PutItem",
            () -> {
              put(request.tableName(), request.item());
              return PutItemResponse.builder().build();
            }));
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return answering.answer(
        Question.read(
            "GetItem",
            () -> {
              var item = table(request.tableName()).find(request.key());
              var answer = GetItemResponse.builder();
              return item.isEmpty()
                  ? answer.build()
                  : answer
                      .item(
                          projected(
                              item,
                              request.projectionExpression(),
                              request.expressionAttributeNames()))
                      .build();
            }));
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return answering.answer(
        Question.read(
            "BatchGetItem",
            () -> {
              var found = new LinkedHashMap<String, List<Map<String, AttributeValue>>>();
              request
                  .requestItems()
                  .forEach(
                      (table, keys) ->
                          found.put(
                              table,
                              keys.keys().stream()
                                  .map(table(table)::find)
                                  .filter(item -> !item.isEmpty())
                                  .toList()));
              return BatchGetItemResponse.builder()
                  .responses(found)
                  .unprocessedKeys(Map.of())
                  .build();
            }));
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return answering.answer(
        new Question<>("Query", false, request.indexName() != null, age -> queried(request, age)));
  }

  private QueryResponse queried(QueryRequest request, int age) {
    var key = Expressions.condition(request.keyConditionExpression());
    var names = request.expressionAttributeNames();
    var items =
        table(request.tableName()).all(age).stream()
            .filter(
                item -> key.holds(new Bindings(item, names, request.expressionAttributeValues())))
            .limit(request.limit() == null ? Long.MAX_VALUE : request.limit())
            .map(item -> projected(item, request.projectionExpression(), names))
            .toList();
    return QueryResponse.builder().items(items).count(items.size()).build();
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    return answering.answer(
        Question.read(
            "Scan",
            () ->
                ScanResponse.builder()
                    .items(
                        table(request.tableName()).all().stream()
                            .map(
                                item ->
                                    projected(
                                        item,
                                        request.projectionExpression(),
                                        request.expressionAttributeNames()))
                            .toList())
                    .build()));
  }

  private static Map<String, AttributeValue> projected(
      Map<String, AttributeValue> item, @Nullable String projection, Map<String, String> names) {
    if (projection == null) {
      return item;
    }
    var bindings = new Bindings(item, names, Map.of());
    var seen = new LinkedHashMap<String, AttributeValue>();
    for (var word : projection.split("\\s*,\\s*", -1)) {
      var name = bindings.name(word);
      var value = item.get(name);
      if (value != null) {
        seen.put(name, value);
      }
    }
    return seen;
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return answering.answer(Question.write("UpdateItem", () -> update(request)));
  }

  private UpdateItemResponse update(UpdateItemRequest request) {
    var before = table(request.tableName()).find(request.key());
    var bindings =
        new Bindings(
            before, request.expressionAttributeNames(), request.expressionAttributeValues());
    if (!Expressions.condition(request.conditionExpression()).holds(bindings)) {
      throw Refusals.condition(
          request.returnValuesOnConditionCheckFailure()
                  == ReturnValuesOnConditionCheckFailure.ALL_OLD
              ? before
              : Map.of());
    }
    var after = updated(request.key(), request.updateExpression(), bindings);
    put(request.tableName(), after);
    return answered(request.returnValues(), before, after);
  }

  private static UpdateItemResponse answered(
      @Nullable ReturnValue wanted,
      Map<String, AttributeValue> before,
      Map<String, AttributeValue> after) {
    var answer = UpdateItemResponse.builder();
    if (wanted == ReturnValue.ALL_OLD && !before.isEmpty()) {
      answer.attributes(before);
    }
    if (wanted == ReturnValue.ALL_NEW) {
      answer.attributes(after);
    }
    return answer.build();
  }

  private static Map<String, AttributeValue> updated(
      Map<String, AttributeValue> key, String expression, Bindings bindings) {
    var item = new LinkedHashMap<>(key);
    item.putAll(bindings.item());
    return Expressions.changes(expression)
        .applied(new Bindings(item, bindings.names(), bindings.values()));
  }

  private void put(String table, Map<String, AttributeValue> item) {
    var before = table(table).find(item);
    table(table).put(item);
    observer.accept(new Changed(table, before, item));
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return answering.answer(
        Question.write(
            "DeleteItem",
            () -> {
              var before = table(request.tableName()).find(request.key());
              var bindings =
                  new Bindings(
                      before,
                      request.expressionAttributeNames(),
                      request.expressionAttributeValues());
              if (!Expressions.condition(request.conditionExpression()).holds(bindings)) {
                throw Refusals.condition(Map.of());
              }
              table(request.tableName()).remove(request.key());
              observer.accept(new Changed(request.tableName(), before, Map.of()));
              return DeleteItemResponse.builder().build();
            }));
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return answering.answer(Question.write("TransactWriteItems", () -> transact(request)));
  }

  /** A token that was seen before: the answer of the first time, and no effect. */
  private TransactWriteItemsResponse transact(TransactWriteItemsRequest request) {
    var answer = TransactWriteItemsResponse.builder().build();
    if (transactions.contains(request.clientRequestToken())) {
      return answer;
    }
    var held = request.transactItems().stream().map(this::holds).toList();
    if (held.contains(false)) {
      throw Refusals.cancelled(held);
    }
    var changes = new ArrayList<Runnable>();
    request.transactItems().forEach(item -> changes.add(change(item)));
    changes.forEach(Runnable::run);
    transactions.add(request.clientRequestToken());
    return answer;
  }

  private boolean holds(TransactWriteItem item) {
    var put = item.put();
    if (put != null) {
      return Expressions.condition(put.conditionExpression())
          .holds(
              new Bindings(
                  table(put.tableName()).find(put.item()),
                  put.expressionAttributeNames(),
                  put.expressionAttributeValues()));
    }
    var update = item.update();
    return Expressions.condition(update.conditionExpression())
        .holds(
            new Bindings(
                table(update.tableName()).find(update.key()),
                update.expressionAttributeNames(),
                update.expressionAttributeValues()));
  }

  private Runnable change(TransactWriteItem item) {
    var put = item.put();
    if (put != null) {
      return () -> put(put.tableName(), put.item());
    }
    var update = item.update();
    var bindings =
        new Bindings(
            table(update.tableName()).find(update.key()),
            update.expressionAttributeNames(),
            update.expressionAttributeValues());
    var after = updated(update.key(), update.updateExpression(), bindings);
    return () -> put(update.tableName(), after);
  }
}
