package io.drsorchestrator.application.contract;

import static io.drsorchestrator.application.port.WriteOutcome.CONFLICT;
import static io.drsorchestrator.application.port.WriteOutcome.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.StoredKey;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has ended can be deleted, and nothing else. */
public abstract class DeletionsContract extends StoreContract {

  private static StoredKey stored(Recorded recorded) {
    return new StoredKey(recorded.key().executionId().value(), recorded.key().planId().value());
  }

  private Recorded withStatus(String word) {
    var recorded = new Recorded(store(), Recorded.newKey());
    tested()
        .put(
            recorded.key(),
            Map.of(
                "executionId", recorded.key().executionId().value(),
                "planId", recorded.key().planId().value(),
                "status", word));
    return recorded;
  }

  private boolean exists(Recorded recorded) {
    return store().documents().document(recorded.key().executionId()).isDefined();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMPLETED",
        "COMPLETED_WITH_WARNINGS",
        "PARTIAL",
        "FAILED",
        "CANCELLED",
        "TIMEOUT",
        "TERMINATED",
        "SUCCEEDED",
        "TIMED_OUT",
        "ABORTED"
      })
  void deletes_what_has_ended(String word) {
    var recorded = withStatus(word);

    assertThat(store().deletions().delete(stored(recorded))).isEqualTo(WRITTEN);
    assertThat(exists(recorded)).isFalse();
  }

  /** Also what somebody has put back to work since the caller has read it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "PENDING",
        "RUNNING",
        "POLLING",
        "PAUSED",
        "PAUSE_PENDING",
        "CANCELLING",
        "IN_PROGRESS",
        "INITIATED",
        "LAUNCHING",
        "STARTED",
        "RESUMING",
        "LOCK",
        "MELTED",
        "completed"
      })
  void keeps_everything_else(String word) {
    var recorded = withStatus(word);

    assertThat(store().deletions().delete(stored(recorded))).isEqualTo(CONFLICT);
    // A deletion of what is gone is no conflict: it is still there.
    assertThat(store().deletions().delete(stored(recorded))).isEqualTo(CONFLICT);
  }

  @Test
  void keeps_an_execution_that_runs() {
    var recorded = execution(2).launch();

    assertThat(store().deletions().delete(stored(recorded))).isEqualTo(CONFLICT);
    assertThat(exists(recorded)).isTrue();
  }

  /** So that a repeat after a lost answer is no conflict. */
  @Test
  void what_is_gone_is_gone() {
    var recorded = withStatus("FAILED");
    store().deletions().delete(stored(recorded));

    assertThat(store().deletions().delete(stored(recorded))).isEqualTo(WRITTEN);
    assertThat(exists(recorded)).isFalse();
  }

  @Test
  void deletes_by_both_parts_of_the_key() {
    var recorded = withStatus("FAILED");
    var other = new StoredKey(recorded.key().executionId().value(), "plan-of-somebody");

    store().deletions().delete(other);

    assertThat(exists(recorded)).isTrue();
  }
}
