package io.drsorchestrator.application.read;

import io.drsorchestrator.application.port.ExecutionListing;
import io.drsorchestrator.application.port.ExecutionStore;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The list of executions (contract 3.4), sorted across all pages. DynamoDB is all that it asks
 * (D35), and each plan, group and account once (D42).
 */
public final class ListExecutions {

  /** Lambda answers with 6 MB at most. */
  public static final long LARGEST_PAGE = 4L * 1024 * 1024;

  private final ExecutionListing listing;
  private final ReferenceData references;

  private ListExecutions(ExecutionListing listing, ReferenceData references) {
    this.listing = listing;
    this.references = references;
  }

  /** It keeps the reading ports alone. */
  public static ListExecutions of(ExecutionStore store) {
    return new ListExecutions(store.listing(), ReferenceData.of(store));
  }

  /**
   * A part of the list.
   *
   * @param next where the next page begins; absent if this is the last one
   */
  public record Page(Vector<Map<String, Object>> items, Option<ListPosition> next) {}

  /**
   * A page of at most {@link #LARGEST_PAGE} bytes, but one execution at least.
   *
   * @param size what an item will have in the answer
   */
  public Page list(ListQuery query, ToLongFunction<Map<String, Object>> size) {
    var places =
        listing.heads().filter(query::matches).map(ListPosition::of).sorted(ListPosition.ORDER);
    return new PageReading(listing, query.limit(), size).read(places, this::shown);
  }

  private Vector<Map<String, Object>> shown(Vector<Map<String, Object>> items) {
    var found = references.ofMany(items.map(StoredFields::new));
    return items.map(item -> shown(item, found));
  }

  private static Map<String, Object> shown(Map<String, Object> item, References found) {
    var stored = new StoredFields(item);
    var answer = ShownExecution.of(item, found);
    answer.put("selectionMode", found.selectionMode(stored));
    answer.put("hasActiveDrsJobs", ActiveDrsJobs.in(stored));
    return answer;
  }
}
