package io.drsorchestrator.local.size;

import static io.drsorchestrator.local.aws.dynamodb.DynamoDbTestedStore.text;

import io.drsorchestrator.application.size.PlanSize;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.local.aws.dynamodb.DynamoDbTestedStore;
import io.vavr.collection.Vector;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Plans that are as large as they may be. */
final class LargestPlans {

  static final String NAME = "Everything we have";
  static final String GROUP = "0f3f3a5e-1111-4a2b-9c3d-000000000009";

  private LargestPlans() {}

  static String waveName(int number) {
    return "Wave " + (number + 1);
  }

  /** How many servers each of so many waves has, evenly: as many in all as are accepted. */
  static Vector<Integer> waves(int waves) {
    return spread(waves, Math.min(sized(waves, 0).mostServers(), waves * 100));
  }

  static Vector<Integer> spread(int waves, int servers) {
    return Vector.range(0, waves).map(n -> (servers + n) / waves);
  }

  static PlanSize sized(int waves, int servers) {
    var texts = Vector.range(0, waves).flatMap(n -> Vector.of(waveName(n), GROUP)).append(NAME);
    return PlanSize.of(spread(waves, servers), texts);
  }

  static Map<String, AttributeValue> item(DynamoDbTestedStore store, ExecutionKey key) {
    return store
        .client()
        .getItem(
            request ->
                request
                    .tableName(DynamoDbTestedStore.TABLES.executionHistory())
                    .consistentRead(true)
                    .key(
                        Map.of(
                            "executionId", text(key.executionId().value()),
                            "planId", text(key.planId().value()))))
        .item();
  }
}
