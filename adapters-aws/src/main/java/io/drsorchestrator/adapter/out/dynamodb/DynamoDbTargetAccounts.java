package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.TargetAccounts;
import io.vavr.Tuple;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** Target accounts (contract 2.11); whether one is our own is never taken from what is stored. */
final class DynamoDbTargetAccounts implements TargetAccounts {

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final BatchReads reads;

  DynamoDbTargetAccounts(DynamoDbClient dynamoDb, String table, BatchReads reads) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.reads = reads;
  }

  @Override
  public Option<TargetAccount> find(String accountId) {
    var request =
        GetItemRequest.builder().tableName(table).key(key(accountId)).consistentRead(true).build();
    var answer = AwsFaults.ask("GetItem", () -> dynamoDb.getItem(request));
    return Option.when(answer.hasItem(), () -> account(new StoredItem(answer.item())));
  }

  @Override
  public io.vavr.collection.Map<String, TargetAccount> findAll(Set<String> accountIds) {
    return reads
        .all(table, accountIds.toVector().map(DynamoDbTargetAccounts::key))
        .map(item -> account(new StoredItem(item)))
        .toMap(account -> Tuple.of(account.accountId(), account));
  }

  private static Map<String, AttributeValue> key(String accountId) {
    return Map.of("accountId", Attributes.text(accountId));
  }

  private static TargetAccount account(StoredItem item) {
    return new TargetAccount(
        item.text("accountId").getOrElse(""),
        item.text("accountName"),
        item.text("assumeRoleName")
            .orElse(() -> role(item, "crossAccountRoleArn"))
            .orElse(() -> role(item, "roleArn")),
        item.text("externalId"));
  }

  private static Option<String> role(StoredItem item, String arn) {
    return item.text(arn).map(text -> text.substring(text.lastIndexOf('/') + 1));
  }
}
