package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.domain.execution.AccountContext;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The ports of the store on DynamoDB. */
public final class DynamoDbStore {

  private DynamoDbStore() {}

  /** All ports on {@code tables}; {@code writeIds} yields a new unique id for every write. */
  public static ExecutionStore of(
      DynamoDbClient dynamoDb, Tables tables, Supplier<String> writeIds, AccountContext hub) {
    var history = tables.executionHistory();
    var writes = new HistoryWrites(dynamoDb, history, writeIds);
    var executions = new DynamoDbExecutions(dynamoDb, history, hub);
    var reads = new BatchReads(dynamoDb, pause -> LockSupport.parkNanos(pause.toNanos()));
    return new ExecutionStore(
        executions,
        new DynamoDbNewExecutions(dynamoDb, history, writes),
        new DynamoDbPlanLocks(dynamoDb, history),
        new DynamoDbPlans(dynamoDb, tables.recoveryPlans(), reads),
        new DynamoDbProtectionGroups(dynamoDb, tables.protectionGroups(), reads),
        new DynamoDbWaveClaims(writes),
        new DynamoDbWaveRecords(writes),
        new DynamoDbGates(writes),
        new DynamoDbEndings(writes),
        new DynamoDbCompletions(writes),
        executions,
        executions,
        new DynamoDbListing(dynamoDb, history, reads),
        new DynamoDbDeletions(dynamoDb, history),
        new DynamoDbTerminations(writes),
        new DynamoDbTargetAccounts(dynamoDb, tables.targetAccounts(), reads),
        new DynamoDbStartRegister(dynamoDb, history),
        new DynamoDbPauseReminders(writes),
        new DynamoDbDrillReminders(new EndedDrills(dynamoDb, history), writes));
  }
}
