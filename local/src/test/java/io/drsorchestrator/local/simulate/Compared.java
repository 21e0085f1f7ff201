package io.drsorchestrator.local.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Asks another DynamoDB everything that the model is asked, and keeps what differs. */
final class Compared {

  private final DynamoDbClient engine;
  private final List<String> differences = new ArrayList<>();
  private boolean isFilled;
  private int asked;
  private int refused;

  Compared(DynamoDbClient engine) {
    this.engine = engine;
  }

  List<String> differences() {
    return differences;
  }

  int asked() {
    return asked;
  }

  int refused() {
    return refused;
  }

  /** The model, with the other one besides; each container of the function gets such a pair. */
  DynamoDbClient besides(DynamoDbClient model) {
    if (!isFilled) {
      isFilled = true;
      copy(model, "plans");
      copy(model, "groups");
    }
    return new Pair(model);
  }

  private void copy(DynamoDbClient model, String table) {
    model
        .scan(scan -> scan.tableName(table))
        .items()
        .forEach(item -> engine.putItem(put -> put.tableName(table).item(item)));
  }

  private <T> T both(String what, Function<DynamoDbClient, T> call, DynamoDbClient model) {
    asked++;
    var ours = Answer.of(() -> call.apply(model));
    var theirs = Answer.of(() -> call.apply(engine));
    if (!ours.shown().equals(theirs.shown())) {
      differences.add(what + "\n  model:  " + ours.shown() + "\n  engine: " + theirs.shown());
    }
    refused += ours.fault() == null ? 0 : 1;
    return ours.given();
  }

  /** An answer or a refusal, in a form in which two can be compared. */
  private record Answer<T>(@Nullable T value, @Nullable DynamoDbException fault) {

    static <T> Answer<T> of(java.util.function.Supplier<T> call) {
      try {
        return new Answer<>(call.get(), null);
      } catch (DynamoDbException e) {
        return new Answer<>(null, e);
      }
    }

    T given() {
      if (fault != null) {
        throw fault;
      }
      return Objects.requireNonNull(value);
    }

    String shown() {
      if (fault instanceof ConditionalCheckFailedException failed) {
        return "failed on " + sorted(List.of(failed.item()));
      }
      if (fault instanceof TransactionCanceledException cancelled) {
        return "cancelled " + cancelled.cancellationReasons().stream().map(r -> r.code()).toList();
      }
      return fault == null ? items(value) : fault.getClass().getSimpleName();
    }

    private static String items(@Nullable Object answer) {
      if (answer instanceof QueryResponse query) {
        return sorted(query.items());
      }
      if (answer instanceof GetItemResponse one) {
        return sorted(List.of(one.item()));
      }
      if (answer instanceof UpdateItemResponse update) {
        return sorted(List.of(update.attributes()));
      }
      return answer instanceof BatchGetItemResponse batch
          ? batch.responses().entrySet().stream()
              .map(table -> table.getKey() + sorted(table.getValue()))
              .toList()
              .toString()
          : "done";
    }

    private static String sorted(List<Map<String, AttributeValue>> items) {
      return items.stream()
          .map(item -> shown(AttributeValue.fromM(item)))
          .sorted(Comparator.naturalOrder())
          .toList()
          .toString();
    }

    private static String shown(AttributeValue value) {
      if (value.hasM()) {
        return new java.util.TreeMap<>(value.m())
                .entrySet().stream().map(e -> e.getKey() + "=" + shown(e.getValue())).toList()
            + "";
      }
      return value.hasL() ? value.l().stream().map(Answer::shown).toList() + "" : value + "";
    }
  }

  /** The model as the handler sees it. */
  private final class Pair extends Passing {

    Pair(DynamoDbClient model) {
      super(model);
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      return both("get " + request, client -> client.getItem(request), store);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      return both("batch " + request, client -> client.batchGetItem(request), store);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      return both("query " + request, client -> client.query(request), store);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
      return both("update " + request, client -> client.updateItem(request), store);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      return both("transact " + request, client -> client.transactWriteItems(request), store);
    }
  }
}
