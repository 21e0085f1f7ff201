package io.drsorchestrator.application.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of contract 3.4, rule by rule, in its order. */
class TerminationMetadataTest {

  private static final String RUNNING = "Execution not in terminal state";

  private static Map<String, Object> execution(String status, Object... waves) {
    var item = new HashMap<String, Object>();
    item.put("status", status);
    item.put("waves", Arrays.asList(waves));
    return item;
  }

  private static Map<String, Object> wave(String status) {
    return Map.of("status", status, "jobId", "drsjob-1");
  }

  private static void isRefused(Map<String, Object> item, String reason, boolean hasInstances) {
    assertThat(TerminationMetadata.of(item))
        .isEqualTo(new TerminationMetadata(false, reason, hasInstances));
  }

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
        "MELTED",
        "completed",
        ""
      })
  void what_has_not_ended_is_kept(String status) {
    isRefused(execution(status, wave("COMPLETED")), RUNNING, false);
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
  void what_has_ended_may_be_terminated(String status) {
    assertThat(TerminationMetadata.of(execution(status, wave("COMPLETED"))))
        .isEqualTo(new TerminationMetadata(true, null, true));
  }

  @Test
  void without_a_job_there_is_nothing_to_terminate() {
    var item = execution("FAILED", Map.of("status", "STARTED"), Map.of("jobId", ""), "no wave");
    item.put("instancesTerminated", true);

    isRefused(item, "No recovery instances found", false);
  }

  @Test
  void what_is_terminated_is_not_terminated_again() {
    var item = execution("FAILED", wave("STARTED"));
    item.put("instancesTerminated", true);

    isRefused(item, "Instances already terminated", true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IN_PROGRESS",
        "PENDING",
        "RUNNING",
        "STARTED",
        "POLLING",
        "LAUNCHING",
        "INITIATED"
      })
  void a_wave_at_work_is_waited_for(String status) {
    isRefused(execution("FAILED", wave("COMPLETED"), wave(status)), "Waves still active", true);
    isRefused(
        execution("FAILED", wave("COMPLETED"), Map.of("status", status)),
        "Waves still active",
        true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMPLETED",
        "FAILED",
        "PARTIAL",
        "CANCELLED",
        "TERMINATED",
        "TIMEOUT",
        "LAUNCHED"
      })
  void a_wave_that_has_ended_is_not_waited_for(String status) {
    assertThat(TerminationMetadata.of(execution("FAILED", wave(status))).canTerminate()).isTrue();
  }

  @Test
  void nothing_that_is_damaged_is_a_reason_to_terminate() {
    isRefused(new HashMap<>(), RUNNING, false);
    isRefused(Map.of("status", 17), RUNNING, false);
    isRefused(Map.of("status", "FAILED", "waves", "none"), "No recovery instances found", false);
    isRefused(
        Map.of("status", "FAILED", "waves", Map.of("jobId", "drsjob-1")),
        "No recovery instances found",
        false);
    isRefused(
        Map.of("status", "FAILED", "waves", List.of(List.of(wave("COMPLETED")))),
        "No recovery instances found",
        false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PENDING",
        "INITIATED",
        "STARTED",
        "POLLING",
        "IN_PROGRESS",
        "LAUNCHING",
        "CONVERTING",
        "RUNNING"
      })
  void jobs_seem_active_under_every_word_for_it(String status) {
    assertThat(activeJobs(wave("COMPLETED"), wave(status))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMPLETED",
        "FAILED",
        "PARTIAL",
        "CANCELLED",
        "TERMINATED",
        "TIMEOUT",
        "LAUNCHED",
        "ERROR",
        "UNKNOWN",
        "MELTED"
      })
  void no_job_seems_active_under_any_other(String status) {
    assertThat(activeJobs(wave("COMPLETED"), wave(status))).isFalse();
    assertThat(activeJobs("no wave")).isFalse();
  }

  private static boolean activeJobs(Object... waves) {
    return ActiveDrsJobs.in(new StoredFields(execution("POLLING", waves)));
  }

  @Test
  void is_answered_in_the_words_of_the_contract() {
    var answer = new HashMap<String, Object>();
    answer.put("canTerminate", true);
    answer.put("reason", null);
    answer.put("hasRecoveryInstances", true);

    assertThat(new TerminationMetadata(true, null, true).asMap()).isEqualTo(answer);
  }
}
