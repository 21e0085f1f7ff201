package io.drsorchestrator.application.find;

import static io.drsorchestrator.domain.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.read.StoredFields;
import io.drsorchestrator.domain.execution.DrillReminder;
import io.drsorchestrator.domain.execution.LifecycleEvent.DrillInstancesLive;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The record alone decides: what an index says makes nothing a drill, ended or overdue. */
class EndedDrillTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final Map<String, Object> item =
      new HashMap<>(
          Map.of(
              "planId", "plan-1",
              "planName", "Plan",
              "executionType", "DRILL",
              "status", "COMPLETED",
              "endTime", NOON.getEpochSecond(),
              "waves", List.of(wave("LAUNCHED"))));

  private static Map<String, Object> wave(String launchStatus) {
    return Map.of("serverStatuses", List.of(Map.of("launchStatus", launchStatus)));
  }

  private Option<DrillInstancesLive> at(Instant now) {
    return new EndedDrill(new StoredFields(item)).overdue(now);
  }

  private Option<DrillInstancesLive> aDayLater() {
    return at(NOON.plus(DAY));
  }

  @Test
  void is_overdue_after_a_day() {
    assertThat(at(NOON.plus(DAY).minusSeconds(1))).isEmpty();
    assertThat(aDayLater().get().reminder()).isEqualTo(DrillReminder.NONE.reminded(NOON.plus(DAY)));
  }

  @Test
  void is_called_as_its_plan_or_by_the_plans_id() {
    assertThat(aDayLater().get().planName()).isEqualTo("Plan");
    item.remove("planName");
    assertThat(aDayLater().get().planName()).isEqualTo("plan-1");
    item.remove("planId");
    assertThat(aDayLater().get().planName()).isEqualTo("unknown");
  }

  /** Nobody must be told to terminate what the business runs on, or what nobody knows. */
  @ParameterizedTest
  @ValueSource(strings = {"RECOVERY", "drill", "FAILBACK", " "})
  void nothing_else_is_a_drill(String type) {
    item.put("executionType", type);

    assertThat(aDayLater()).isEmpty();
  }

  @Test
  void what_does_not_say_its_type_is_none() {
    item.remove("executionType");

    assertThat(aDayLater()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PENDING", "POLLING", "PAUSED", "CANCELLING", "RUNNING", "?"})
  void what_runs_has_not_ended(String status) {
    item.put("status", status);

    assertThat(aDayLater()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "CANCELLED", "PARTIAL", "COMPLETED_WITH_WARNINGS"})
  void whatever_has_ended_is_one(String status) {
    item.put("status", status);

    assertThat(aDayLater()).isNotEmpty();
  }

  @Test
  void what_launched_nothing_has_nothing_to_tell() {
    item.put("waves", List.of(wave("FAILED"), wave("PENDING")));

    assertThat(aDayLater()).isEmpty();
  }

  @Test
  void what_was_told_lately_is_not_told_again() {
    var told = NOON.plus(Duration.ofHours(30));
    item.put("drillReminder", Map.of("count", 4L, "remindedTime", told.getEpochSecond()));

    assertThat(at(told.plus(DAY).minusSeconds(1))).isEmpty();
    assertThat(at(told.plus(DAY)).get().reminder().count()).isEqualTo(5);
  }

  /** An older system names no request, only when it began. */
  @Test
  void a_termination_of_an_older_system_has_a_day_as_well() {
    var began = NOON.plus(Duration.ofHours(30));
    item.put("terminationInitiatedAt", began.getEpochSecond());

    assertThat(at(began.plus(DAY).minusSeconds(1))).isEmpty();
    assertThat(at(began.plus(DAY)).get().terminationRequested()).isEmpty();
  }

  @Test
  void without_an_end_on_record_the_start_counts() {
    item.remove("endTime");
    item.put("startTime", NOON.plusSeconds(60).getEpochSecond());

    assertThat(aDayLater()).isEmpty();
    assertThat(at(NOON.plus(DAY).plusSeconds(60)).get().ended()).isEmpty();
  }
}
