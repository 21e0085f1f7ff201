package io.drsorchestrator.local.endtoend;

import io.drsorchestrator.local.system.LocalSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Every state that an execution's item has ever had, from the table's stream: seen from outside.
 */
final class ItemHistory {

  /** The item after one of its changes. */
  record Image(
      String executionId, String status, long version, List<String> waves, List<String> warnings) {

    static Image of(Map<String, AttributeValue> item) {
      return new Image(
          attribute(item, "executionId").s(),
          attribute(item, "status").s(),
          version(item),
          ofWaves(item, "status"),
          ofWaves(item, "pollWarning"));
    }

    /** Of a lock there is none. */
    private static long version(Map<String, AttributeValue> item) {
      var version = item.get("version");
      return version == null ? 0 : Long.parseLong(version.n());
    }

    private static List<String> ofWaves(Map<String, AttributeValue> item, String name) {
      return attribute(item, "waves").l().stream()
          .map(wave -> attribute(wave.m(), name).s())
          .toList();
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
      return item.getOrDefault(name, AttributeValue.fromS("absent"));
    }

    boolean allWavesCompleted() {
      return !waves.isEmpty() && waves.stream().allMatch("COMPLETED"::equals);
    }

    long activeWaves() {
      return waves.stream().filter("POLLING"::equals).count();
    }
  }

  private ItemHistory() {}

  static List<Image> of(LocalSystem system, String executionId) {
    try (var streams =
        DynamoDbStreamsClient.builder()
            .endpointOverride(system.dynamoDbUri())
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      var arn =
          system
              .dynamoDb()
              .describeTable(r -> r.tableName(LocalSystem.TABLES.executionHistory()))
              .table()
              .latestStreamArn();
      var images = new ArrayList<Image>();
      for (var shard : streams.describeStream(r -> r.streamArn(arn)).streamDescription().shards()) {
        images.addAll(images(streams, arn, shard));
      }
      return images.stream().filter(image -> image.executionId().equals(executionId)).toList();
    }
  }

  private static List<Image> images(DynamoDbStreamsClient streams, String arn, Shard shard) {
    var images = new ArrayList<Image>();
    var iterator =
        streams
            .getShardIterator(
                r ->
                    r.streamArn(arn)
                        .shardId(shard.shardId())
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    while (iterator != null) {
      var next = iterator;
      var page = streams.getRecords(r -> r.shardIterator(next));
      page.records().stream().map(ItemHistory::image).forEach(images::add);
      iterator = page.records().isEmpty() ? null : page.nextShardIterator();
    }
    return images;
  }

  private static Image image(Record record) {
    return Image.of(record.dynamodb().newImage());
  }
}
