package io.drsorchestrator.application.read;

import io.drsorchestrator.application.port.ExecutionListing.Head;
import io.drsorchestrator.application.port.StoredKey;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;

/**
 * A place in the list of executions: newest first, those without a time last, equal times by id.
 * What is inserted or deleted elsewhere in the list moves no place.
 */
public record ListPosition(Option<Instant> startTime, StoredKey key) {

  static final Comparator<ListPosition> ORDER =
      Comparator.comparing(ListPosition::sortingTime)
          .reversed()
          .thenComparing(position -> position.key().executionId())
          .thenComparing(position -> position.key().planId());

  static ListPosition of(Head head) {
    return new ListPosition(head.startTime(), head.key());
  }

  private Instant sortingTime() {
    return startTime.getOrElse(Instant.MIN);
  }

  boolean isAfter(ListPosition other) {
    return ORDER.compare(this, other) > 0;
  }
}
