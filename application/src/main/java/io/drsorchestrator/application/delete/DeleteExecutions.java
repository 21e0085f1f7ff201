package io.drsorchestrator.application.delete;

import io.drsorchestrator.application.Settings;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.ExecutionDocuments;
import io.drsorchestrator.application.port.ExecutionListing;
import io.drsorchestrator.application.port.ExecutionListing.Head;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.StoredKey;
import io.drsorchestrator.application.read.StoredFields;
import io.drsorchestrator.application.read.StoredStatus;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Instant;

/** Deletes executions that have ended and for which DRS no longer works (contract 3.13). */
public final class DeleteExecutions {

  private final ExecutionListing listing;
  private final ExecutionDocuments documents;
  private final Removals removals;
  private final AccountContext hub;

  private DeleteExecutions(
      ExecutionListing listing,
      ExecutionDocuments documents,
      Removals removals,
      AccountContext hub) {
    this.listing = listing;
    this.documents = documents;
    this.removals = removals;
    this.hub = hub;
  }

  public static DeleteExecutions of(ExecutionStore store, RecoveryJobs drs, Settings settings) {
    var removals =
        new Removals(store.listing(), store.deletions(), new LiveJobs(drs), settings.clock());
    return new DeleteExecutions(store.listing(), store.documents(), removals, settings.hub());
  }

  /**
   * What became of the whole history.
   *
   * @param scanned how many executions there were
   * @param ended of each that had ended
   */
  public record Clearance(int scanned, Vector<Fate> ended) {}

  /** Deletes those of {@code ids}; each has one fate, however often it is named. */
  public Vector<Fate> selected(Vector<ExecutionId> ids) {
    var until = removals.until();
    var found = ids.distinct().map(id -> look(id, until));
    return found
        .filter(Either::isLeft)
        .map(Either::getLeft)
        .appendAll(removals.remove(found.filter(Either::isRight).map(Either::get), until));
  }

  /** One that cannot be read does not stop the others. */
  private Either<Fate, EndedItem> look(ExecutionId id, Instant until) {
    if (removals.isLate(until)) {
      return Either.left(Fate.Failed.late(id.value()));
    }
    try {
      return documents
          .document(id)
          .map(item -> EndedItem.of(new StoredFields(item), hub))
          .<Either<Fate, EndedItem>>map(Either::right)
          .getOrElse(() -> Either.left(new Fate.NotFound(id.value())));
    } catch (AwsUnavailableException | AwsRefusedException e) {
      return Either.left(new Fate.Failed(id.value(), String.valueOf(e.getMessage())));
    }
  }

  /** Deletes every execution that has ended. */
  public Clearance finished() {
    var until = removals.until();
    var heads = listing.heads();
    var ended = heads.filter(head -> new StoredStatus(head.status()).isTerminal());
    var items = items(ended.map(Head::key));
    int goneMeanwhile = ended.size() - items.size();
    return new Clearance(heads.size() - goneMeanwhile, removals.remove(items, until));
  }

  private Vector<EndedItem> items(Vector<StoredKey> keys) {
    return Vector.ofAll(keys.grouped(100))
        .flatMap(
            some -> listing.documents(some).map(item -> EndedItem.of(new StoredFields(item), hub)));
  }
}
