package io.drsorchestrator.adapter.out.dynamodb;

import io.vavr.collection.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is different between two versions of a stored map. */
final class Changes {

  private Changes() {}

  /** The fields of {@code after} that {@code before} does not have, or has otherwise. */
  static io.vavr.collection.Map<String, AttributeValue> between(
      Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    return LinkedHashMap.ofAll(after).filter((field, value) -> !value.equals(before.get(field)));
  }
}
