package io.drsorchestrator.local.simulate.run;

import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.local.http.HttpRequest;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What is put between the handler and AWS: nothing, except in tests that break something on
 * purpose.
 *
 * @param requests what becomes of the requests to all services but DynamoDB
 * @param journal who hears of the events, by the clock of a run
 */
public record Wiring(
    UnaryOperator<DynamoDbClient> store,
    UnaryOperator<HttpRequest> requests,
    Function<InstantSource, LifecycleJournal> journal) {

  /** With nobody who listens to the events. */
  public Wiring(UnaryOperator<DynamoDbClient> store, UnaryOperator<HttpRequest> requests) {
    this(store, requests, clock -> occurrence -> {});
  }

  /** The system as it is. */
  public static final Wiring PRODUCTION =
      new Wiring(UnaryOperator.identity(), UnaryOperator.identity());
}
