package io.drsorchestrator.local.simulate.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** Puts and updates that take place together or not at all. */
final class Transactions {

  private final Storage storage;
  private final Set<String> seen = new HashSet<>();

  Transactions(Storage storage) {
    this.storage = storage;
  }

  /** A token that was seen before: the answer of the first time, and no effect. */
  TransactWriteItemsResponse transact(TransactWriteItemsRequest request) {
    var answer = TransactWriteItemsResponse.builder().build();
    if (seen.contains(request.clientRequestToken())) {
      return answer;
    }
    var held = request.transactItems().stream().map(this::holds).toList();
    if (held.contains(false)) {
      throw Refusals.cancelled(held);
    }
    var changes = new ArrayList<Runnable>();
    request.transactItems().forEach(item -> changes.add(change(item)));
    changes.forEach(Runnable::run);
    seen.add(request.clientRequestToken());
    return answer;
  }

  private boolean holds(TransactWriteItem item) {
    var put = item.put();
    if (put != null) {
      return Expressions.condition(put.conditionExpression())
          .holds(
              new Bindings(
                  storage.table(put.tableName()).find(put.item()),
                  put.expressionAttributeNames(),
                  put.expressionAttributeValues()));
    }
    var update = item.update();
    return Expressions.condition(update.conditionExpression())
        .holds(
            new Bindings(
                storage.table(update.tableName()).find(update.key()),
                update.expressionAttributeNames(),
                update.expressionAttributeValues()));
  }

  private Runnable change(TransactWriteItem item) {
    var put = item.put();
    if (put != null) {
      return () -> storage.put(put.tableName(), put.item());
    }
    var update = item.update();
    var bindings =
        new Bindings(
            storage.table(update.tableName()).find(update.key()),
            update.expressionAttributeNames(),
            update.expressionAttributeValues());
    var after = Storage.updated(update.key(), update.updateExpression(), bindings);
    return () -> storage.put(update.tableName(), after);
  }
}
