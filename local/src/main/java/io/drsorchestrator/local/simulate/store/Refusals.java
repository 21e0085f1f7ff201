package io.drsorchestrator.local.simulate.store;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The refusals of DynamoDB. */
final class Refusals {

  private static final int BAD_REQUEST = 400;

  private Refusals() {}

  static DynamoDbException invalid(String message) {
    return (DynamoDbException)
        DynamoDbException.builder()
            .message(message)
            .statusCode(BAD_REQUEST)
            .awsErrorDetails(details("ValidationException", message))
            .build();
  }

  /** With the item that did not meet the condition, where the request asks for it. */
  static ConditionalCheckFailedException condition(Map<String, AttributeValue> item) {
    var message = "The conditional request failed";
    var fault =
        ConditionalCheckFailedException.builder()
            .message(message)
            .statusCode(BAD_REQUEST)
            .awsErrorDetails(details("ConditionalCheckFailedException", message));
    return item.isEmpty() ? fault.build() : fault.item(item).build();
  }

  static TransactionCanceledException cancelled(List<Boolean> conditions) {
    var message = "Transaction cancelled";
    return TransactionCanceledException.builder()
        .message(message)
        .statusCode(BAD_REQUEST)
        .awsErrorDetails(details("TransactionCanceledException", message))
        .cancellationReasons(conditions.stream().map(Refusals::reason).toList())
        .build();
  }

  private static CancellationReason reason(boolean held) {
    return CancellationReason.builder().code(held ? "None" : "ConditionalCheckFailed").build();
  }

  private static AwsErrorDetails details(String code, String message) {
    return AwsErrorDetails.builder()
        .serviceName("DynamoDb")
        .errorCode(code)
        .errorMessage(message)
        .build();
  }
}
