package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.NewExecutions;
import io.drsorchestrator.application.port.PlanLocks.PlanLock;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.WorkflowArn;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

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

  /** One transaction: a start that has lost its lock in the meantime creates nothing. */
  @Override
  public WriteOutcome create(PendingExecution execution, PlanLock lock) {
    var put =
        Put.builder()
            .tableName(table)
            .item(ExecutionItem.create(execution))
            .conditionExpression("attribute_not_exists(executionId)")
            .build();
    var unlock = DynamoDbPlanLocks.started(table, lock, execution.key().executionId());
    try {
      dynamoDb.transactWriteItems(
          TransactWriteItemsRequest.builder()
              .transactItems(
                  TransactWriteItem.builder().put(put).build(),
                  TransactWriteItem.builder().update(unlock).build())
              .build());
      return WriteOutcome.WRITTEN;
    } catch (TransactionCanceledException e) {
      return WriteOutcome.CONFLICT;
    } catch (SdkException e) {
      throw AwsFaults.translated("TransactWriteItems", e);
    }
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
