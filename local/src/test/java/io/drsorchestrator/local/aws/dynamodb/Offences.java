package io.drsorchestrator.local.aws.dynamodb;

import io.drsorchestrator.adapter.out.dynamodb.DynamoDbStore;

/** What the local tables may not do. */
public final class Offences {

  private Offences() {}

  /** Shares more than names with the adapter. */
  public record KnowsTheStore(DynamoDbStore store) {}
}
