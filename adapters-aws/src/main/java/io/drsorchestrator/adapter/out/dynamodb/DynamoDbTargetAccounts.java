package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.TargetAccounts;
import io.vavr.control.Option;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** Target accounts (contract 2.11); whether one is our own is never taken from what is stored. */
final class DynamoDbTargetAccounts implements TargetAccounts {

  private final DynamoDbClient dynamoDb;
  private final String table;

  DynamoDbTargetAccounts(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public Option<TargetAccount> find(String accountId) {
    var request =
        GetItemRequest.builder()
            .tableName(table)
            .key(Map.of("accountId", Attributes.text(accountId)))
            .consistentRead(true)
            .build();
    var answer = AwsFaults.ask("GetItem", () -> dynamoDb.getItem(request));
    return Option.when(answer.hasItem(), () -> account(accountId, new StoredItem(answer.item())));
  }

  private static TargetAccount account(String accountId, StoredItem item) {
    return new TargetAccount(
        accountId,
        item.text("accountName"),
        item.text("assumeRoleName")
            .orElse(() -> item.text("crossAccountRoleArn").map(DynamoDbTargetAccounts::name))
            .orElse(() -> item.text("roleArn").map(DynamoDbTargetAccounts::name)),
        item.text("externalId"));
  }

  /** An ARN ends with the path and the name of the role; only the name goes into a new one. */
  private static String name(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }
}
