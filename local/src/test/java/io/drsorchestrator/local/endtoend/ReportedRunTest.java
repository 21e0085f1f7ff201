package io.drsorchestrator.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.local.log.HandlerLog;
import io.drsorchestrator.local.report.ReportPage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The report of a real run, its times recomputed from the log, which it does not read. */
final class ReportedRunTest {

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  private Instant time(String event) throws IOException {
    for (var line : List.copyOf(lines)) {
      var json = new ObjectMapper().readTree(line);
      if (json.path("event").asText().equals(event)) {
        return Instant.parse(json.path("time").asText());
      }
    }
    throw new AssertionError("no " + event);
  }

  private long seconds(String from, String until) throws IOException {
    return Duration.between(time(from), time(until)).toSeconds();
  }

  /** Three seconds are a minute and a half here. */
  private static void think() {
    for (int i = 0; i < 60; i++) {
      PlanRun.sleep();
    }
  }

  /** A line is written after its write: on a busy machine a second later, here half a minute. */
  @Test
  void a_drill_with_a_gate() throws IOException {
    JsonNode report;
    JsonNode details;
    var log = HandlerLog.to(lines::add);
    try (var run = PlanRun.ofSample("three-tiers.json")) {
      run.until("PAUSED");
      assertThat(run.get("report", "").path("waits").path(0).path("isOver").asBoolean(true))
          .isFalse();
      think();
      run.resumeAtGates();
      details = run.untilEnd();
      report = run.get("report", "");
    } finally {
      log.close();
    }

    var recovery = report.path("recovery");
    assertThat(recovery.path("seconds").asLong())
        .isCloseTo(seconds("ExecutionCreated", "ExecutionCompleted"), within(30L));
    assertThat(recovery.path("waitingSeconds").asLong())
        .isCloseTo(seconds("ExecutionPaused", "ResumeRequested"), within(30L));
    assertThat(recovery.path("waitingSeconds").asLong()).isGreaterThan(60);
    assertThat(report.path("waits").size()).isEqualTo(1);
    assertThat(report.path("decisions").findValuesAsText("by")).containsExactly("tester");
    assertThat(report.path("launchedServers").asInt()).isEqualTo(5);
    assertThat(report.path("failures").size()).isZero();
    assertThat(details.path("outcomeSummary").asText())
        .isEqualTo("COMPLETED: 3 of 3 waves completed, 5 of 5 servers launched");
    assertThat(ReportPage.of(report)).contains("<svg", "db01", "Recovery took");
  }
}
