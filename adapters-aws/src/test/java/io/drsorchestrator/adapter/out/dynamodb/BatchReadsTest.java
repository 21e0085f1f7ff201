package io.drsorchestrator.adapter.out.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.port.AwsUnavailableException;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

class BatchReadsTest {

  private final List<KeysAndAttributes> asked = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private int processedAtOnce = 100;
  private final BatchReads reads = new BatchReads(new Partial(), pauses::add);

  /** Answers some of the keys with themselves, and leaves the rest. */
  private final class Partial implements DynamoDbClient {

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      var wanted = Vector.ofAll(request.requestItems().values()).head();
      asked.add(wanted);
      var keys = Vector.ofAll(wanted.keys());
      var left = keys.drop(processedAtOnce);
      return BatchGetItemResponse.builder()
          .responses(Map.of("table", keys.take(processedAtOnce).asJava()))
          .unprocessedKeys(
              left.isEmpty()
                  ? Map.of()
                  : Map.of("table", wanted.toBuilder().keys(left.asJava()).build()))
          .build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  private static Vector<Map<String, AttributeValue>> keys(int count) {
    return Vector.range(0, count).map(n -> Map.of("id", Attributes.text("id-" + n)));
  }

  private Vector<Integer> sizes() {
    return Vector.ofAll(asked).map(request -> request.keys().size());
  }

  @Test
  void asks_for_a_hundred_at_once_and_for_each_once() {
    assertThat(reads.all("table", keys(250).appendAll(keys(10))))
        .containsExactlyElementsOf(keys(250));

    assertThat(sizes()).containsExactly(100, 100, 50);
    assertThat(asked).allMatch(KeysAndAttributes::consistentRead);
    assertThat(pauses).isEmpty();
  }

  /** DynamoDB refuses a request without keys. */
  @Test
  void asks_for_nothing_where_nothing_is_asked() {
    assertThat(reads.all("table", Vector.empty())).isEmpty();
    assertThat(asked).isEmpty();
  }

  /** Large items: every answer has some of them, and that may go on as long as it takes. */
  @Test
  void asks_again_for_what_is_left() {
    processedAtOnce = 9;

    assertThat(reads.all("table", keys(100))).containsExactlyElementsOf(keys(100));

    assertThat(sizes()).hasSize(12).startsWith(100, 91, 82).endsWith(10, 1);
    assertThat(asked).allMatch(KeysAndAttributes::consistentRead);
  }

  @Test
  void gives_up_when_nothing_comes_time_and_again() {
    processedAtOnce = 0;

    assertThatThrownBy(() -> reads.all("table", keys(3)))
        .isInstanceOf(AwsUnavailableException.class)
        .hasMessageContaining("3 keys");

    assertThat(sizes()).hasSize(6).containsOnly(3);
    assertThat(pauses).isSorted().doesNotHaveDuplicates();
    assertThat(Vector.ofAll(pauses).fold(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
  }
}
