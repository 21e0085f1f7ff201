package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.NewExecutions;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.WorkflowArn;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Creating the item, and putting its workflow on record. */
final class DynamoDbNewExecutions implements NewExecutions {

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final HistoryWrites writes;

  DynamoDbNewExecutions(DynamoDbClient dynamoDb, String table, HistoryWrites writes) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.writes = writes;
  }

  /**
   * One transaction: a start that has lost its lock in the meantime, or has not seen the newest of
   * other starts, creates nothing. The token lets DynamoDB recognise it when the SDK, having got no
   * answer, sends it again.
   */
  @Override
  public Creation create(NewExecution start) {
    try {
      dynamoDb.transactWriteItems(
          TransactWriteItemsRequest.builder()
              .transactItems(
                  TransactWriteItem.builder().put(put(start)).build(),
                  update(LockWrites.started(table, start.lock())),
                  update(
                      DynamoDbStartRegister.entered(
                          table, start.register(), start.lock().holder())))
              .clientRequestToken(writes.newWriteId())
              .build());
      return Creation.CREATED;
    } catch (TransactionCanceledException e) {
      return Cancellation.of(e);
    } catch (SdkException e) {
      throw AwsFaults.translated("TransactWriteItems", e);
    }
  }

  private Put put(NewExecution start) {
    return Put.builder()
        .tableName(table)
        .item(ExecutionItem.create(start.execution(), start.request()))
        .conditionExpression("attribute_not_exists(executionId)")
        .build();
  }

  private static TransactWriteItem update(Update update) {
    return TransactWriteItem.builder().update(update).build();
  }

  @Override
  public WriteOutcome adopt(ExecutionKey key, WorkflowArn workflow) {
    var arn = Attributes.text(workflow.value());
    var update = new ItemUpdate().set("stateMachineArn", arn);
    update.when(
        "(%s OR %s)"
            .formatted(update.missing("stateMachineArn"), update.equal("stateMachineArn", arn)));
    return writes.write(key, update, item -> false);
  }
}
