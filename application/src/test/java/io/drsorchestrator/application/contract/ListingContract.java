package io.drsorchestrator.application.contract;

import static io.drsorchestrator.domain.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.ExecutionListing.Head;
import io.drsorchestrator.application.port.StoredKey;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The history as a whole: every execution, no lock, whatever is stored. */
public abstract class ListingContract extends StoreContract {

  private static StoredKey stored(ExecutionKey key) {
    return new StoredKey(key.executionId().value(), key.planId().value());
  }

  private StoredKey put(Map<String, ?> attributes) {
    var key = Recorded.newKey();
    var item = new HashMap<String, Object>(attributes);
    item.put("executionId", key.executionId().value());
    item.put("planId", key.planId().value());
    tested().put(key, item);
    return stored(key);
  }

  private Head head(StoredKey key) {
    return store().listing().heads().find(head -> head.key().equals(key)).get();
  }

  @Test
  void lists_an_execution_by_what_sorts_and_filters_it() {
    var recorded = execution(2).launch();

    assertThat(head(stored(recorded.key())))
        .isEqualTo(
            new Head(
                stored(recorded.key()), "POLLING", Option.some(NOON), Option.some("111122223333")));
  }

  /** More than DynamoDB answers at once: a page of its scan ends after 1 MB. */
  @Test
  void lists_every_execution_of_a_long_history() {
    var large = "x".repeat(300_000);
    var keys = Vector.range(0, 12).map(n -> put(Map.of("status", "FAILED", "note", large)));

    assertThat(store().listing().heads().map(Head::key)).containsAll(keys).doesNotHaveDuplicates();
  }

  @Test
  void lists_no_lock() {
    var key = Recorded.newKey();
    var plan = key.planId();
    var lock = store().locks().acquire(plan, key.executionId(), NOON).get();

    assertThat(store().listing().heads().map(head -> head.key().planId()))
        .doesNotContain(plan.value());
    store().locks().release(lock);
    assertThat(store().listing().heads().map(head -> head.key().planId()))
        .doesNotContain(plan.value());
  }

  @ParameterizedTest
  @CsvSource({"2026-03-01T12:00:00Z", "1772366400"})
  void reads_times_that_are_texts(String text) {
    assertThat(head(put(Map.of("status", "FAILED", "startTime", text))).startTime())
        .containsExactly(NOON);
  }

  @Test
  void a_time_that_nobody_can_read_is_not_known() {
    assertThat(head(put(Map.of("status", "FAILED", "startTime", "yesterday"))).startTime())
        .isEmpty();
    assertThat(head(put(Map.of("status", "FAILED", "startTime", 0))).startTime()).isEmpty();
    assertThat(head(put(Map.of("status", "FAILED"))).startTime()).isEmpty();
  }

  @Test
  void shows_documents_in_the_order_in_which_they_are_asked_for() {
    var first = put(Map.of("status", "FAILED", "waves", List.of(Map.of("status", "MELTED"))));
    var second = put(Map.of("status", "UNHEARD_OF", "waves", "no list"));
    var gone = new StoredKey("gone", "gone");

    var found = store().listing().documents(Vector.of(second, gone, first));

    assertThat(found.map(item -> item.get("executionId")))
        .containsExactly(second.executionId(), first.executionId());
    assertThat(found.head()).containsEntry("waves", "no list");
    assertThat(found.last()).containsEntry("waves", List.of(Map.of("status", "MELTED")));
    assertThat(store().listing().documents(Vector.empty())).isEmpty();
  }

  /** More keys than DynamoDB takes at once, and more bytes than it answers with. */
  @Test
  void shows_many_and_large_documents() {
    var large = "x".repeat(200_000);
    var keys = Vector.range(0, 120).map(n -> put(Map.of("status", "FAILED", "note", large)));

    var found = store().listing().documents(keys);

    assertThat(found.map(item -> item.get("executionId")))
        .containsExactlyElementsOf(keys.map(StoredKey::executionId));
    keys.forEach(key -> store().deletions().delete(key));
  }
}
