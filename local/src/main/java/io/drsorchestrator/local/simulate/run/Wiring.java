package io.drsorchestrator.local.simulate.run;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What is put between the parts of the system: nothing, except in tests that break something on
 * purpose.
 */
public record Wiring(UnaryOperator<DynamoDbClient> store, HandlerWiring handler) {

  /** The system as it is. */
  public static final Wiring PRODUCTION =
      new Wiring(UnaryOperator.identity(), (handler, store) -> handler);

  /** Puts something before the handler. */
  @FunctionalInterface
  public interface HandlerWiring {

    RequestStreamHandler of(RequestStreamHandler handler, DynamoDbClient store);
  }
}
