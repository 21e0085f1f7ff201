package io.drsorchestrator.adapter.out.log;

import static io.drsorchestrator.domain.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.application.port.Occurrence;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.vavr.collection.Vector;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Lifecycle events as they stand in the log, through the real logger. */
class EventJournalTest {

  private static final String FORGED =
      "lunch\n{\"event\":\"ExecutionCompleted\",\"executionId\":\"x\"}\u2028\u202e\r";

  private final EventJournal journal =
      new EventJournal(() -> NOON.plusSeconds(600), "DROrchestration/f");

  private Vector<JsonNode> told(Vector<Occurrence> occurrences) {
    return CapturedLog.json(() -> occurrences.forEach(journal::record));
  }

  private JsonNode told(String event) {
    return told(SampleOccurrences.all("alice"))
        .find(line -> line.path("event").asText().equals(event))
        .get();
  }

  @Test
  void every_event_is_told_with_the_fields_that_all_have() {
    var lines = told(SampleOccurrences.all("alice"));

    assertThat(lines.map(line -> line.path("event").asText()).toSet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(LifecycleEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.path("logger").asText()).isEqualTo("io.drsorchestrator.lifecycle");
              assertThat(line.path("executionId").asText()).isNotBlank();
              assertThat(line.path("time").asText()).isEqualTo("2026-03-01T12:10:00Z");
              assertThat(line.path("version").asLong()).isPositive();
              assertThat(line.path("waves").size()).isEqualTo(line.path("totalWaves").asInt());
              assertThat(line.path("to").asText()).isNotBlank();
              assertThat(line.path("actor").asText()).isNotBlank();
            });
  }

  /** Items of older systems, DRS and people may say anything. */
  @Test
  void an_event_is_one_line_whatever_it_says() {
    var occurrences = SampleOccurrences.all(FORGED);
    var lines = CapturedLog.lines(() -> occurrences.forEach(journal::record));

    assertThat(lines).hasSameSizeAs(occurrences.flatMap(Occurrence::events));
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line).endsWith("}\n").doesNotContain("\u2028", "\u202e", "\r");
              assertThat(line.strip()).doesNotContain("\n");
            });
  }

  /** AC-3.4, NFR-3.3. */
  @Test
  void a_completed_wave_is_told_as_complete_without_finalizing() {
    var line = told("WaveCompleted");

    assertThat(line.path("finalizes").asBoolean(true)).isFalse();
    assertThat(line.path("message").asText())
        .isEqualTo("Wave 1 of 3 is complete; the execution goes on, nothing is finalized");
    assertThat(line.path("status").asText()).isEqualTo("POLLING");
    assertThat(line.path("wave").asInt(-1)).isZero();
    assertThat(line.path("from").asText()).isEqualTo("POLLING");
    assertThat(line.path("to").asText()).isEqualTo("COMPLETED");
    assertThat(line.path("versionBefore").asLong()).isEqualTo(line.path("version").asLong());
    assertThat(line.path("WavesCompleted").asInt()).isEqualTo(1);
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Metrics").findValuesAsText("Name"))
        .containsExactly("WavesCompleted", "WaveDuration");
  }

  /** NFR-3.2. */
  @Test
  void a_finalization_is_told_with_all_wave_statuses() {
    var line = told("ExecutionCompleted");

    assertThat(line.path("waves")).extracting(JsonNode::asText).containsOnly("COMPLETED");
    assertThat(line.path("from").asText()).isEqualTo("POLLING");
    assertThat(line.path("to").asText()).isEqualTo("COMPLETED");
    assertThat(line.path("version").asLong()).isEqualTo(line.path("versionBefore").asLong() + 1);
    assertThat(line.path("FinalizationLatency").isIntegralNumber()).isTrue();
  }

  @Test
  void who_decided_is_told_and_not_only_who_called() {
    assertThat(told("ExecutionResumed").path("actor").asText()).isEqualTo("alice");
    assertThat(told("CancelRequested").path("actor").asText()).isEqualTo("alice");
    assertThat(told("ExecutionPaused").path("actor").asText()).isEqualTo("plan");
    assertThat(told("ExecutionCompleted").path("actor").asText()).isEqualTo("unknown");
  }

  @Test
  void events_of_one_write_are_numbered() {
    var lines = told(SampleOccurrences.all("alice")).filter(l -> l.path("parts").asInt() == 2);

    assertThat(lines.map(line -> line.path("event").asText() + line.path("part").asInt()))
        .contains("CancelRequested1", "ExecutionCancelled2", "WaveFailed1", "ExecutionFailed2");
  }
}
