package io.drsorchestrator.adapter.out.dynamodb;

import static io.drsorchestrator.domain.execution.Executions.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.StoredKey;
import io.drsorchestrator.application.port.WriteOutcome;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;

/** The whole expression of the deletion, and what its refusals mean. */
class DynamoDbDeletionsTest {

  private static final StoredKey STORED =
      new StoredKey(KEY.executionId().value(), KEY.planId().value());

  private Option<DeleteItemRequest> request = Option.none();
  private Option<RuntimeException> fault = Option.none();
  private final DynamoDbDeletions deletions = new DynamoDbDeletions(new Client(), "history");

  private final class Client implements DynamoDbClient {

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest asked) {
      request = Option.some(asked);
      fault.forEach(
          thrown -> {
            throw thrown;
          });
      return DeleteItemResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  /** An execution that is at work again, or whose status nobody knows, fails the condition. */
  @Test
  void deletes_on_condition_that_the_execution_has_ended_or_is_gone() {
    assertThat(deletions.delete(STORED)).isEqualTo(WriteOutcome.WRITTEN);

    var deletion = request.get();
    assertThat(deletion.tableName()).isEqualTo("history");
    assertThat(deletion.key()).isEqualTo(HistoryWrites.key(KEY));
    assertThat(deletion.conditionExpression())
        .matches("attribute_not_exists\\(#e\\) OR #s IN \\((:v\\d+, ){9}:v\\d+\\)");
    assertThat(deletion.expressionAttributeNames())
        .containsEntry("#e", "executionId")
        .containsEntry("#s", "status")
        .hasSize(2);
    assertThat(deletion.expressionAttributeValues().values())
        .extracting(AttributeValue::s)
        .containsExactlyInAnyOrder(
            "COMPLETED",
            "COMPLETED_WITH_WARNINGS",
            "FAILED",
            "PARTIAL",
            "TIMEOUT",
            "TIMED_OUT",
            "TERMINATED",
            "SUCCEEDED",
            "CANCELLED",
            "ABORTED");
  }

  @Test
  void a_condition_that_fails_is_a_conflict() {
    fault = Option.some(ConditionalCheckFailedException.builder().build());

    assertThat(deletions.delete(STORED)).isEqualTo(WriteOutcome.CONFLICT);
  }

  @Test
  void an_outage_is_a_fault() {
    fault = Option.some(SdkClientException.create("no network"));

    assertThatThrownBy(() -> deletions.delete(STORED)).isInstanceOf(AwsUnavailableException.class);
  }
}
