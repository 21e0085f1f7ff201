package io.drsorchestrator.adapter.out.dynamodb;

import static io.drsorchestrator.adapter.out.dynamodb.Attributes.text;

import io.drsorchestrator.domain.execution.PlanId;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The lock of a plan, in the same table (contract 2.4). */
final class LockItem {

  static final String PREFIX = "execution-lock-";
  static final Duration LIFETIME = Duration.ofSeconds(30);

  private static final String STARTS = PREFIX + "starts";

  private LockItem() {}

  /** The register of starts: one more item that every reader takes for a lock and leaves out. */
  static Map<String, AttributeValue> starts() {
    return Map.of("executionId", text(STARTS), "planId", text(STARTS));
  }

  static Map<String, AttributeValue> key(PlanId plan) {
    return Map.of("executionId", text(PREFIX + plan.value()), "planId", text(plan.value()));
  }
}
