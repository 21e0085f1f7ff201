package io.drsorchestrator.local.bench.load;

import io.drsorchestrator.local.system.LocalSystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An execution as its item tells, read from outside.
 *
 * @param jobs of its waves, where they have one
 */
record SeenExecution(String status, List<String> jobs, List<String> waves) {

  private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "CANCELLED");
  private static final AttributeValue NONE = AttributeValue.fromS("");

  /** All that are on record, by id. */
  static Map<String, SeenExecution> all(LocalSystem system) {
    var all = new HashMap<String, SeenExecution>();
    system
        .dynamoDb()
        .scanPaginator(
            request ->
                request.tableName(LocalSystem.TABLES.executionHistory()).consistentRead(true))
        .items()
        .stream()
        .filter(item -> item.containsKey("waves"))
        .forEach(item -> all.put(text(item, "executionId"), of(item)));
    return all;
  }

  private static SeenExecution of(Map<String, AttributeValue> item) {
    return new SeenExecution(
        text(item, "status"),
        ofWaves(item, "jobId").filter(id -> !id.isEmpty()).toList(),
        ofWaves(item, "status").toList());
  }

  private static Stream<String> ofWaves(Map<String, AttributeValue> item, String name) {
    return item.getOrDefault("waves", NONE).l().stream().map(wave -> text(wave.m(), name));
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    var text = item.getOrDefault(name, NONE).s();
    return text == null ? "" : text;
  }

  boolean hasEnded() {
    return ENDED.contains(status);
  }

  /** Whether that wave, and no later one, runs a job. */
  boolean isLaunched(int wave) {
    return jobs.size() == wave + 1 && waves.get(wave).equals("POLLING");
  }
}
