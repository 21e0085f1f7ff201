package io.drsorchestrator.application.contract;

import static io.drsorchestrator.application.port.WriteOutcome.CONFLICT;
import static io.drsorchestrator.application.port.WriteOutcome.WRITTEN;
import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.Moments.noonPlus;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.Terminations.TerminateJob;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.DrillReminder;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.LifecycleEvent.DrillInstancesLive;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of all who find a reminder due, one records it; and only of instances that may still live. */
public abstract class DrillRemindersContract extends StoreContract {

  private static final Instant DUE = noonPlus(Duration.ofDays(1));
  private static final Instant DUE_AGAIN = noonPlus(Duration.ofDays(2));
  private static final TerminateJob JOB = new TerminateJob(new JobId("drsjob-1"), "us-east-1", 2);

  private Recorded completed() {
    return execution(1).completeWave().complete();
  }

  private Vector<ExecutionId> candidates(Instant startedSince, Instant quietSince) {
    return store().drills().candidates(startedSince, quietSince);
  }

  private WriteOutcome remind(Recorded recorded, DrillReminder read, Instant now) {
    return remind(recorded, read, now, Option.none());
  }

  private WriteOutcome remind(
      Recorded recorded, DrillReminder read, Instant now, Option<Instant> requested) {
    var reminder =
        new DrillInstancesLive(
            read.reminded(now), "Plan 1", Option.some(NOON), requested, Vector.empty());
    return store().drills().record(recorded.key(), reminder);
  }

  private static Option<Object> reminder(Recorded recorded, String attribute) {
    return Option.of((Map<?, ?>) recorded.document().get("drillReminder"))
        .flatMap(kept -> Option.of(kept.get(attribute)));
  }

  static Vector<Named<UnaryOperator<Recorded>>> ended() {
    return Vector.of(
        Named.of("COMPLETED", recorded -> recorded.completeWave().completeWave().complete()),
        Named.of("FAILED", recorded -> recorded.completeWave().fail()),
        Named.of("CANCELLED", recorded -> recorded.completeWave().requestCancel()));
  }

  @ParameterizedTest
  @MethodSource("ended")
  void a_drill_that_has_ended_is_a_candidate_and_can_be_reminded_of(UnaryOperator<Recorded> end) {
    var recorded = end.apply(execution(2));

    assertThat(candidates(NOON, DUE)).contains(recorded.key().executionId());
    assertThat(remind(recorded, DrillReminder.NONE, DUE)).isEqualTo(WRITTEN);
    assertThat(reminder(recorded, "count")).contains(1L);
    assertThat(reminder(recorded, "remindedTime")).contains(DUE.getEpochSecond());
  }

  static Vector<Named<UnaryOperator<Recorded>>> underWay() {
    return Vector.of(
        Named.of("PENDING", recorded -> recorded),
        Named.of("POLLING", Recorded::launch),
        Named.of("PAUSED", recorded -> recorded.completeWave().requestPause().pause()),
        Named.of("CANCELLING", recorded -> recorded.launch().requestCancel()));
  }

  @ParameterizedTest
  @MethodSource("underWay")
  void nobody_is_reminded_of_what_is_under_way(UnaryOperator<Recorded> state) {
    var recorded = state.apply(execution(3));
    var before = recorded.document();

    assertThat(candidates(NOON, DUE)).doesNotContain(recorded.key().executionId());
    assertThat(remind(recorded, DrillReminder.NONE, DUE)).isEqualTo(CONFLICT);
    assertThat(recorded.document()).isEqualTo(before);
  }

  @Test
  void a_recovery_is_no_candidate() {
    var key = Recorded.newKey();
    tested()
        .put(
            key,
            Map.of(
                "executionId", key.executionId().value(),
                "planId", key.planId().value(),
                "status", "COMPLETED",
                "executionType", "RECOVERY",
                "startTime", NOON.getEpochSecond()));

    assertThat(candidates(NOON, DUE)).doesNotContain(key.executionId());
  }

  @Test
  void what_was_started_earlier_is_no_candidate() {
    var id = completed().key().executionId();

    assertThat(candidates(NOON, DUE)).contains(id);
    assertThat(candidates(NOON.plusSeconds(1), DUE)).doesNotContain(id);
  }

  @Test
  void what_people_were_told_of_lately_is_no_candidate() {
    var recorded = completed();
    remind(recorded, DrillReminder.NONE, DUE);
    var id = recorded.key().executionId();

    assertThat(candidates(NOON, DUE.minusSeconds(1))).doesNotContain(id);
    assertThat(candidates(NOON, DUE)).contains(id);
  }

  @Test
  void one_of_two_who_find_it_due_at_the_same_second_records_it() {
    var recorded = completed();

    assertThat(remind(recorded, DrillReminder.NONE, DUE)).isEqualTo(WRITTEN);
    assertThat(remind(recorded, DrillReminder.NONE, DUE)).isEqualTo(CONFLICT);
    assertThat(reminder(recorded, "count")).contains(1L);
  }

  @Test
  void one_of_many_at_once_records_it() {
    var recorded = completed();

    var outcomes =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(n -> remind(recorded, DrillReminder.NONE, DUE))
            .toList();

    assertThat(outcomes).filteredOn(WRITTEN::equals).hasSize(1);
  }

  @Test
  void one_of_two_records_a_later_one() {
    var recorded = completed();
    remind(recorded, DrillReminder.NONE, DUE);
    var read = new DrillReminder(1, Option.some(DUE));

    assertThat(remind(recorded, read, DUE_AGAIN)).isEqualTo(WRITTEN);
    assertThat(remind(recorded, read, DUE_AGAIN)).isEqualTo(CONFLICT);
    assertThat(reminder(recorded, "count")).contains(2L);
    assertThat(reminder(recorded, "remindedTime")).contains(DUE_AGAIN.getEpochSecond());
  }

  @Test
  void whoever_has_asked_to_terminate_meanwhile_is_not_reminded() {
    var recorded = completed();
    store().terminations().request(recorded.key(), requestBy("dora"));

    assertThat(remind(recorded, DrillReminder.NONE, DUE)).isEqualTo(CONFLICT);
    assertThat(recorded.document()).doesNotContainKey("drillReminder");
  }

  @Test
  void a_termination_that_was_read_does_not_hinder() {
    var recorded = completed();
    var request = requestBy("dora");
    store().terminations().request(recorded.key(), request);
    var asked = Option.some(request.requestedAt());

    assertThat(remind(recorded, DrillReminder.NONE, DUE, asked.map(at -> at.minusSeconds(1))))
        .isEqualTo(CONFLICT);
    assertThat(remind(recorded, DrillReminder.NONE, DUE, asked)).isEqualTo(WRITTEN);
  }

  @Test
  void instances_that_are_terminated_are_nobodys_business() {
    var recorded = completed();
    store().terminations().recordJob(recorded.key(), JOB, NOON);
    store().terminations().recordTerminated(recorded.key(), 1, NOON);

    assertThat(candidates(NOON, DUE)).doesNotContain(recorded.key().executionId());
    assertThat(remind(recorded, DrillReminder.NONE, DUE)).isEqualTo(CONFLICT);
  }

  @Test
  void nothing_but_the_reminder_changes() {
    var recorded = completed();
    var before = recorded.document();

    remind(recorded, DrillReminder.NONE, DUE);

    var after = recorded.document();
    after.remove("drillReminder");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void a_reminder_brings_no_deleted_execution_back() {
    var recorded = completed();
    tested().delete(recorded.key());

    assertThat(remind(recorded, DrillReminder.NONE, DUE)).isEqualTo(CONFLICT);
    assertThat(store().documents().document(recorded.key().executionId())).isEmpty();
  }
}
