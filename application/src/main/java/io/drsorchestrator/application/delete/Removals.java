package io.drsorchestrator.application.delete;

import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.Deletions;
import io.drsorchestrator.application.port.ExecutionListing;
import io.drsorchestrator.application.port.StoredKey;
import io.drsorchestrator.application.read.StoredFields;
import io.drsorchestrator.application.read.StoredStatus;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Removes items one by one, those alone that nobody needs any more. */
final class Removals {

  /** API Gateway gives up after 29 seconds: what is not done by then is told, not cut off. */
  private static final Duration TIME = Duration.ofSeconds(20);

  private final ExecutionListing listing;
  private final Deletions deletions;
  private final LiveJobs drs;
  private final InstantSource clock;

  Removals(ExecutionListing listing, Deletions deletions, LiveJobs drs, InstantSource clock) {
    this.listing = listing;
    this.deletions = deletions;
    this.drs = drs;
    this.clock = clock;
  }

  /** Until when a request that comes in now may delete. */
  Instant until() {
    return clock.instant().plus(TIME);
  }

  boolean isLate(Instant until) {
    return !clock.instant().isBefore(until);
  }

  Vector<Fate> remove(Vector<EndedItem> items, Instant until) {
    var ended = items.filter(item -> item.status().isTerminal());
    var live = drs.among(ended.flatMap(EndedItem::jobs));
    return items.map(item -> fate(item, live, until));
  }

  private Fate fate(EndedItem item, Set<LaunchedJob> live, Instant until) {
    var id = item.key().executionId();
    if (!item.status().isTerminal()) {
      return new Fate.StillActive(id, item.status().word());
    }
    // A wave that has passed its deadline has failed, and its job may live on: DRS cannot cancel.
    if (item.jobs().exists(live::contains)) {
      return new Fate.JobsActive(id, item.status().word());
    }
    return isLate(until) ? Fate.Failed.late(id) : delete(item.key());
  }

  private Fate delete(StoredKey key) {
    try {
      return switch (deletions.delete(key)) {
        case WRITTEN -> new Fate.Deleted(key.executionId());
        // Somebody has put it back to work since it was read: the store itself has refused.
        case CONFLICT -> new Fate.StillActive(key.executionId(), status(key));
      };
    } catch (AwsUnavailableException | AwsRefusedException e) {
      return new Fate.Failed(key.executionId(), String.valueOf(e.getMessage()));
    }
  }

  private String status(StoredKey key) {
    return listing
        .documents(Vector.of(key))
        .headOption()
        .map(item -> StoredStatus.of(new StoredFields(item)).word())
        .getOrElse("");
  }
}
