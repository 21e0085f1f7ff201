package io.drsorchestrator.local.simulate.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * DynamoDB in memory, for one thread at a time: the operations and expressions that the
 * orchestrator uses, and no others.
 */
public final class MemoryDynamoDb implements DynamoDbClient {

  private final Storage storage;
  private final Transactions transactions;
  private final Answering answering;

  /** {@code observer} is told of every write that had an effect. */
  public MemoryDynamoDb(Answering answering, Consumer<Changed> observer) {
    this.answering = answering;
    this.storage = new Storage(observer);
    this.transactions = new Transactions(storage);
  }

  /** Adds an empty table. */
  public MemoryDynamoDb with(String table, String... keyNames) {
    storage.add(table, keyNames);
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
    return storage.table(name);
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return answering.answer(
        Question.write(
            "PutItem",
            () -> {
              storage.put(request.tableName(), request.item());
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
    var filter = Expressions.condition(request.filterExpression());
    var names = request.expressionAttributeNames();
    var items =
        table(request.tableName()).all(age).stream()
            .filter(
                item -> key.holds(new Bindings(item, names, request.expressionAttributeValues())))
            .limit(request.limit() == null ? Long.MAX_VALUE : request.limit())
            .filter(
                item ->
                    filter.holds(new Bindings(item, names, request.expressionAttributeValues())))
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
    var after = Storage.updated(request.key(), request.updateExpression(), bindings);
    storage.put(request.tableName(), after);
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
              storage.remove(request.tableName(), request.key());
              return DeleteItemResponse.builder().build();
            }));
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return answering.answer(
        Question.write("TransactWriteItems", () -> transactions.transact(request)));
  }
}
