package io.drsorchestrator.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.local.log.HandlerLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The log of a whole run, with a gate and a pause: it can be read again afterwards (NFR-3). */
final class RunLogTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> LINES = Collections.synchronizedList(new ArrayList<>());

  private static List<JsonNode> events;
  private static List<ItemHistory.Image> history;

  @BeforeAll
  static void runs_the_sample() {
    try (var log = HandlerLog.to(LINES::add);
        var run = PlanRun.ofSample("three-tiers.json")) {
      run.click("pause", "lunch");
      run.until("PAUSED");
      run.resumeAtGates();
      run.until("PAUSED");
      run.resumeAtGates();
      assertThat(run.untilEnd().path("status").asText()).isEqualTo("COMPLETED");
      history = run.history();
      assertThat(log.isStarted()).isTrue();
    }
    events = LINES.stream().map(RunLogTest::parsed).filter(l -> l.has("versionBefore")).toList();
  }

  @AfterAll
  static void forget() {
    LINES.clear();
  }

  private static JsonNode parsed(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  private static List<JsonNode> steps() {
    return events.stream()
        .filter(event -> event.path("version").asLong() > event.path("versionBefore").asLong())
        .toList();
  }

  @Test
  void every_version_of_the_item_has_its_event() {
    var last = history.get(history.size() - 1).version();

    assertThat(last).isGreaterThan(8);
    assertThat(steps().stream().map(event -> event.path("version").asLong()).distinct())
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, last).boxed().toList());
  }

  @Test
  void what_an_event_says_of_the_execution_is_what_the_item_was_at_that_version() {
    for (var step : steps()) {
      var image =
          history.stream()
              .filter(one -> one.version() == step.path("version").asLong())
              .findFirst()
              .orElseThrow();
      assertThat(step.path("status").asText()).as("%s", step).isEqualTo(image.status());
      assertThat(texts(step.path("waves"))).as("%s", step).isEqualTo(image.waves());
    }
  }

  @Test
  void every_wave_is_claimed_launched_and_completed_once_in_order() {
    assertThat(ofKind("WaveLaunched")).extracting(e -> e.path("wave").asInt()).isEqualTo(waves());
    assertThat(ofKind("WaveCompleted")).extracting(e -> e.path("wave").asInt()).isEqualTo(waves());
    assertThat(ofKind("ExecutionCompleted")).hasSize(1);
  }

  private static List<Integer> waves() {
    return List.of(0, 1, 2);
  }

  private static List<JsonNode> ofKind(String kind) {
    return events.stream().filter(event -> event.path("event").asText().equals(kind)).toList();
  }

  @Test
  void every_line_tells_of_its_invocation_and_who_decided() {
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.path("requestId").asText()).isNotBlank();
              assertThat(event.path("caller").asText())
                  .isIn("workflow", "direct", "api", "schedule");
            });
    assertThat(ofKind("PauseRequested").get(0).path("actor").asText())
        .isEqualTo("dora@example.com");
    assertThat(ofKind("PauseRequested").get(0).path("cause").asText()).isEqualTo("lunch");
    assertThat(ofKind("ExecutionResumed"))
        .extracting(e -> e.path("actor").asText())
        .containsOnly("tester");
    assertThat(ofKind("ExecutionCompleted").get(0).path("actor").asText()).isEqualTo("workflow");
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
