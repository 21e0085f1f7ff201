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

/** Every state that an execution's item has ever had, from the table's stream: seen from outside. */
final class ItemHistory {

  private ItemHistory() {}

  static List<Map<String, AttributeValue>> of(LocalSystem system, String executionId) {
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
      var images = new ArrayList<Map<String, AttributeValue>>();
      for (var shard : streams.describeStream(r -> r.streamArn(arn)).streamDescription().shards()) {
        images.addAll(images(streams, arn, shard));
      }
      return images.stream().filter(i -> executionId.equals(i.get("executionId").s())).toList();
    }
  }

  private static List<Map<String, AttributeValue>> images(
      DynamoDbStreamsClient streams, String arn, Shard shard) {
    var images = new ArrayList<Map<String, AttributeValue>>();
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

  private static Map<String, AttributeValue> image(Record record) {
    return record.dynamodb().newImage();
  }
}
