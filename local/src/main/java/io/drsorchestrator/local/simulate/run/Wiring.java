package io.drsorchestrator.local.simulate.run;

import io.drsorchestrator.local.http.HttpRequest;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What is put between the handler and AWS: nothing, except in tests that break something on
 * purpose.
 *
 * @param requests what becomes of the requests to all services but DynamoDB
 */
public record Wiring(UnaryOperator<DynamoDbClient> store, UnaryOperator<HttpRequest> requests) {

  /** The system as it is. */
  public static final Wiring PRODUCTION =
      new Wiring(UnaryOperator.identity(), UnaryOperator.identity());
}
