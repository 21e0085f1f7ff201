package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.ProtectionGroups;
import io.vavr.collection.HashMap;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** Protection groups (contract 2.10). */
final class DynamoDbProtectionGroups implements ProtectionGroups {

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final BatchReads reads;

  DynamoDbProtectionGroups(DynamoDbClient dynamoDb, String table, BatchReads reads) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.reads = reads;
  }

  @Override
  public Option<ProtectionGroup> find(String groupId) {
    var request =
        GetItemRequest.builder().tableName(table).key(key(groupId)).consistentRead(true).build();
    var answer = AwsFaults.ask("GetItem", () -> dynamoDb.getItem(request));
    return Option.when(answer.hasItem(), () -> group(groupId, new StoredItem(answer.item())));
  }

  @Override
  public io.vavr.collection.Map<String, ProtectionGroup> findAll(Set<String> groupIds) {
    return reads
        .all(table, groupIds.toVector().map(DynamoDbProtectionGroups::key))
        .map(StoredItem::new)
        .flatMap(item -> item.text("groupId").map(id -> group(id, item)))
        .toMap(ProtectionGroup::groupId, group -> group);
  }

  private static Map<String, AttributeValue> key(String groupId) {
    return Map.of("groupId", Attributes.text(groupId));
  }

  private static ProtectionGroup group(String groupId, StoredItem item) {
    var tags = item.map("serverSelectionTags");
    return new ProtectionGroup(
        groupId,
        item.text("region").getOrElse("us-east-1"),
        item.text("accountId"),
        tags.map(t -> HashMap.ofAll(t.attributes()).mapValues(v -> v.s() == null ? "" : v.s()))
            .getOrElse(HashMap.empty()),
        LaunchSettingsItem.read(item));
  }
}
