package io.drsorchestrator.application.read;

import io.drsorchestrator.application.port.ExecutionListing;
import io.drsorchestrator.application.port.StoredKey;
import io.drsorchestrator.application.read.ListExecutions.Page;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** Reads the items of one page, bit by bit, until the page is full or too large to grow. */
final class PageReading {

  /** Items may have 400 KB each: this many fit in one answer of DynamoDB. */
  private static final int BIT = 25;

  private final ExecutionListing listing;
  private final int limit;
  private final ToLongFunction<Map<String, Object>> size;

  PageReading(ExecutionListing listing, int limit, ToLongFunction<Map<String, Object>> size) {
    this.listing = listing;
    this.limit = limit;
    this.size = size;
  }

  /** {@code places} are all that are left of the list. */
  Page read(Vector<ListPosition> places, UnaryOperator<Vector<Map<String, Object>>> shown) {
    var items = Vector.<Map<String, Object>>empty();
    var left = places;
    while (items.size() < limit && left.nonEmpty() && fitting(items).size() == items.size()) {
      var bit = left.take(Math.min(BIT, limit - items.size()));
      left = left.drop(bit.size());
      items = items.appendAll(listing.documents(bit.map(ListPosition::key)));
    }
    return page(places.dropRight(left.size()), left.nonEmpty(), items, shown.apply(items));
  }

  private Page page(
      Vector<ListPosition> asked,
      boolean moreToAsk,
      Vector<Map<String, Object>> stored,
      Vector<Map<String, Object>> shown) {
    var fitting = fitting(shown);
    if (fitting.size() == shown.size()) {
      return new Page(shown, Option.when(moreToAsk, asked::last));
    }
    var last = key(stored.get(fitting.size() - 1));
    return new Page(fitting, asked.find(place -> place.key().equals(last)));
  }

  private Vector<Map<String, Object>> fitting(Vector<Map<String, Object>> items) {
    var ends = items.map(size::applyAsLong).scanLeft(0L, Long::sum).tail();
    int fit = ends.takeWhile(end -> end <= ListExecutions.LARGEST_PAGE).size();
    return items.take(Math.max(fit, 1));
  }

  private static StoredKey key(Map<String, Object> item) {
    return new StoredKey(
        String.valueOf(item.get("executionId")), String.valueOf(item.get("planId")));
  }
}
