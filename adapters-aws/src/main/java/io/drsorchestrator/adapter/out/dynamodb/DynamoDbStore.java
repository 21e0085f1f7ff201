package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.adapter.out.NotYet;
import io.drsorchestrator.application.port.Deletions;
import io.drsorchestrator.application.port.ExecutionListing;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.PauseReminders;
import io.drsorchestrator.application.port.Terminations;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The ports of the store on DynamoDB. */
public final class DynamoDbStore {

  private DynamoDbStore() {}

  /** All ports on {@code tables}; {@code writeIds} yields a new unique id for every write. */
  public static ExecutionStore of(
      DynamoDbClient dynamoDb, Tables tables, Supplier<String> writeIds) {
    var history = tables.executionHistory();
    var writes = new HistoryWrites(dynamoDb, history, writeIds);
    var executions = new DynamoDbExecutions(dynamoDb, history);
    return new ExecutionStore(
        executions,
        new DynamoDbNewExecutions(dynamoDb, history, writes),
        new DynamoDbPlanLocks(dynamoDb, history),
        new DynamoDbPlans(dynamoDb, tables.recoveryPlans()),
        new DynamoDbProtectionGroups(dynamoDb, tables.protectionGroups()),
        new DynamoDbWaveClaims(writes),
        new DynamoDbWaveRecords(writes),
        new DynamoDbGates(writes),
        new DynamoDbEndings(writes),
        new DynamoDbCompletions(writes),
        executions,
        executions,
        NotYet.port(ExecutionListing.class),
        NotYet.port(Deletions.class),
        NotYet.port(Terminations.class),
        new DynamoDbTargetAccounts(dynamoDb, tables.targetAccounts()),
        new DynamoDbStartRegister(dynamoDb, history),
        NotYet.port(PauseReminders.class));
  }
}
