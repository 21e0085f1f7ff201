package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.RecoveryPlans;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** Recovery plans (contract 2.9); the waves run in list order. */
final class DynamoDbPlans implements RecoveryPlans {

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final BatchReads reads;

  DynamoDbPlans(DynamoDbClient dynamoDb, String table, BatchReads reads) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.reads = reads;
  }

  @Override
  public Option<RecoveryPlan> find(PlanId id) {
    var request =
        GetItemRequest.builder().tableName(table).key(key(id)).consistentRead(true).build();
    var answer = AwsFaults.ask("GetItem", () -> dynamoDb.getItem(request));
    return Option.when(answer.hasItem(), () -> plan(id, new StoredItem(answer.item())));
  }

  @Override
  public io.vavr.collection.Map<PlanId, RecoveryPlan> findAll(Set<PlanId> ids) {
    return reads
        .all(table, ids.toVector().map(DynamoDbPlans::key))
        .map(StoredItem::new)
        .flatMap(item -> item.text("planId").map(id -> plan(new PlanId(id), item)))
        .toMap(RecoveryPlan::id, plan -> plan);
  }

  private static Map<String, AttributeValue> key(PlanId id) {
    return Map.of("planId", Attributes.text(id.value()));
  }

  private static RecoveryPlan plan(PlanId id, StoredItem item) {
    return new RecoveryPlan(
        id,
        item.text("planName").getOrElse("Unknown"),
        item.text("description"),
        item.maps("waves").zipWithIndex().map(wave -> wave(wave._2, wave._1)));
  }

  private static WavePlan wave(int position, StoredItem item) {
    var number = new WaveNumber(position);
    return new WavePlan(
        number,
        item.text("waveName").getOrElse("Wave " + number.ordinal()),
        item.text("protectionGroupId").orElse(() -> item.texts("protectionGroupIds").headOption()),
        item.texts("serverIds").map(SourceServerId::new),
        item.flag("pauseBeforeWave"));
  }
}
