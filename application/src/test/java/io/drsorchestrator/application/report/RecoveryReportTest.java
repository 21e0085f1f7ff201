package io.drsorchestrator.application.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A report is held against sums that are done by hand. */
class RecoveryReportTest {

  private static final Instant NOW = Instant.ofEpochSecond(9_000);

  /** It began at 1000, waited from 1500 to 2100, and ended at 3000. */
  private static Map<String, Object> item() {
    return new HashMap<>(
        Map.of(
            "executionId",
            "e-1",
            "planId",
            "p-1",
            "status",
            "COMPLETED",
            "startTime",
            1_000L,
            "endTime",
            3_000L,
            "totalWaves",
            2L,
            "waves",
            List.of(wave("COMPLETED", 1_010L, 1_490L), wave("COMPLETED", 2_110L, 2_990L)),
            "operatorRequests",
            List.of(
                Map.of(
                    "command",
                    "resume",
                    "requestedBy",
                    "dora",
                    "requestedAt",
                    2_100L,
                    "waitingSince",
                    1_500L,
                    "reason",
                    "storage is back",
                    "waveNumber",
                    1L))));
  }

  private static Map<String, Object> wave(String status, long start, long end) {
    return Map.of(
        "waveName",
        "W",
        "status",
        status,
        "startTime",
        start,
        "endTime",
        end,
        "statusMessage",
        "no capacity",
        "serverStatuses",
        List.of(
            Map.of(
                "sourceServerId", "s-1",
                "serverName", "db01",
                "launchStatus", "LAUNCHED",
                "launchTime", start + 240),
            Map.of(
                "sourceServerId", "s-2",
                "launchStatus", "FAILED",
                "launchTime", 0L,
                "error", "InsufficientInstanceCapacity")));
  }

  private static Map<String, Object> report(Map<String, Object> item, Option<Duration> target) {
    return RecoveryReport.of(item, target, NOW);
  }

  private static Map<?, ?> recovery(Map<String, Object> item, long targetMinutes) {
    var report = report(item, Option.some(Duration.ofMinutes(targetMinutes)));
    return (Map<?, ?>) requireNonNull(report.get("recovery"));
  }

  private static Map<?, ?> element(Map<?, ?> lines, String list, int index) {
    return (Map<?, ?>) ((List<?>) requireNonNull(lines.get(list))).get(index);
  }

  @Test
  void the_time_to_recover_and_how_much_of_it_was_waiting() {
    assertThat(recovery(item(), 34))
        .isEqualTo(
            Map.of(
                "seconds", 2_000L,
                "waitingSeconds", 600L,
                "workingSeconds", 1_400L,
                "targetSeconds", 2_040L,
                "isWithinTarget", true));
    assertThat(recovery(item(), 33).get("isWithinTarget")).isEqualTo(false);
  }

  /** However soon: the business is not back. */
  @Test
  void what_failed_has_not_met_its_target() {
    var failed = item();
    failed.put("status", "FAILED");

    assertThat(recovery(failed, 60).get("isWithinTarget")).isEqualTo(false);
  }

  @Test
  void who_decided_what_and_what_they_made_wait() {
    var report = report(item(), Option.none());

    assertThat(report.get("decisions"))
        .isEqualTo(
            List.of(
                Map.of(
                    "command", "resume",
                    "by", "dora",
                    "at", 2_100L,
                    "reason", "storage is back",
                    "waveNumber", 1L)));
    assertThat(report.get("waits"))
        .isEqualTo(
            List.of(
                Map.of(
                    "beforeWave", 1L,
                    "from", 1_500L,
                    "until", 2_100L,
                    "seconds", 600L,
                    "isOver", true,
                    "endedBy", "resume",
                    "by", "dora")));
  }

  @Test
  void a_gate_that_still_waits_is_counted_until_now() {
    var paused = item();
    paused.remove("endTime");
    paused.put("status", "PAUSED");
    paused.put("pausedTime", 8_000L);
    paused.put("pausedBeforeWave", 1L);

    assertThat(recovery(paused, 1))
        .isEqualTo(
            Map.of(
                "seconds", 8_000L,
                "waitingSeconds", 1_600L,
                "workingSeconds", 6_400L,
                "targetSeconds", 60L,
                "isWithinTarget", false));
  }

  @Test
  void each_server_is_timed_from_the_start_of_its_wave() {
    var wave = element(report(item(), Option.none()), "waves", 1);

    assertThat(wave.get("seconds")).isEqualTo(880L);
    assertThat(element(wave, "servers", 0).get("seconds")).isEqualTo(240L);
    assertThat(element(wave, "servers", 1).containsKey("launchTime"))
        .as("0 stands for unknown")
        .isFalse();
  }

  @Test
  void what_failed_and_why() {
    var failed = item();
    failed.put("waves", List.of(wave("FAILED", 1_010L, 1_490L), wave("COMPLETED", 1L, 2L)));

    assertThat(report(failed, Option.none()).get("failures"))
        .isEqualTo(
            List.of(
                Map.of("waveNumber", 0, "waveName", "W", "reason", "no capacity"),
                Map.of(
                    "waveNumber", 0,
                    "sourceServerId", "s-2",
                    "reason", "InsufficientInstanceCapacity")));
  }

  /** Items of older systems hold anything, texts for times and milliseconds included. */
  @Test
  void whatever_is_stored_has_a_report() {
    var odd = new HashMap<String, Object>();
    odd.put("executionId", "e-1");
    odd.put("planId", "p-1");
    odd.put("startTime", "2026-01-26");
    odd.put("endTime", 1_769_430_000_123L);
    odd.put("waves", List.of("x", Map.of("serverStatuses", 7L, "status", 3L)));
    odd.put("operatorRequests", Map.of());

    var report = report(odd, Option.some(Duration.ofMinutes(1)));

    assertThat(report).containsEntry("endTime", 1_769_430_000L).doesNotContainKey("startTime");
    assertThat((Map<?, ?>) requireNonNull(report.get("recovery"))).hasSize(2);
  }
}
