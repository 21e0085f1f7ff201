package io.drsorchestrator.local.aws.drs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tags of all resources by ARN. */
final class Tags {

  private final Map<String, Map<String, String>> tags = new HashMap<>();

  Map<String, String> of(String arn) {
    return tags.getOrDefault(arn, Map.of());
  }

  Optional<Map<String, String>> find(String arn) {
    return Optional.ofNullable(tags.get(arn));
  }

  void replace(String arn, Map<String, String> all) {
    tags.put(arn, Map.copyOf(all));
  }

  void merge(String arn, Map<String, String> more) {
    Map<String, String> merged = new HashMap<>(of(arn));
    merged.putAll(more);
    replace(arn, merged);
  }
}
