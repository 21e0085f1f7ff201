package io.drsorchestrator.application.find;

import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.find.FindExecutions.Found;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.Notifications.Kind;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.LifecycleEvent.NotificationFailed;
import io.drsorchestrator.domain.execution.LifecycleEvent.PauseOverdue;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.collection.Vector;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Somebody is paged when a gate waits, and again when it waits long. */
class RemindingOfPausesTest {

  private final Workbench bench = new Workbench();

  private static ExecutionId paused(Workbench bench) {
    var id = bench.started(Vector.of(SampleWaves.gated(SampleWaves.plan(0))));
    bench.useCases().pause().pause(bench.workflowOf(id), id, TOKEN);
    return id;
  }

  private Vector<Found> find() {
    return bench.useCases().find().find(bench.clock().instant().plusSeconds(60));
  }

  private int reminders() {
    return bench.notifications().kinds().count(Kind.PAUSE_REMINDER::equals);
  }

  @Test
  void a_pause_is_told_at_once_and_a_new_token_is_no_news() {
    var id = paused(bench);
    bench.useCases().pause().pause(bench.workflowOf(id), id, TOKEN);

    assertThat(bench.notifications().kinds()).containsExactly(Kind.START, Kind.PAUSE);
  }

  @Test
  void find_reminds_after_half_an_hour_and_then_every_two_hours() {
    paused(bench);
    for (int minute = 0; minute < 6 * 60; minute++) {
      find();
      bench.clock().pass(Duration.ofMinutes(1));
    }

    var told =
        bench.journal().events(PauseOverdue.class).map(e -> e.waiting().lastReminder().get());
    var began = bench.journal().events(PauseOverdue.class).head().waiting().since().get();
    assertThat(told.map(time -> Duration.between(began, time).toMinutes()))
        .containsExactly(30L, 150L, 270L);
    assertThat(reminders()).isEqualTo(3);
  }

  @Test
  void nobody_is_reminded_once_an_operator_has_decided() {
    var id = paused(bench);
    bench.useCases().resume().request(id, requestBy("dora"));
    bench.clock().pass(Duration.ofHours(3));

    find();

    assertThat(reminders()).isZero();
  }

  /** Both have read that it is due: the record lets one of them send it. */
  @Test
  void two_reconcilers_at_once_send_one_reminder() {
    Workbench[] self = new Workbench[1];
    boolean[] nested = new boolean[1];
    self[0] =
        new Workbench(
            (call, effect) -> {
              if (call.equals("PauseReminders.record") && !nested[0]) {
                nested[0] = true;
                self[0].useCases().find().find(self[0].clock().instant().plusSeconds(60));
              }
              return effect.get();
            });
    paused(self[0]);
    self[0].clock().pass(Duration.ofMinutes(31));

    self[0].useCases().find().find(self[0].clock().instant().plusSeconds(60));

    assertThat(self[0].journal().events(PauseOverdue.class)).hasSize(1);
    assertThat(self[0].notifications().kinds())
        .containsExactly(Kind.START, Kind.PAUSE, Kind.PAUSE_REMINDER);
  }

  @Test
  void a_reminder_that_cannot_be_recorded_keeps_nobody_from_being_seen() {
    Workbench[] self = new Workbench[1];
    boolean[] broken = {true};
    self[0] =
        new Workbench(
            (call, effect) -> {
              if (call.equals("PauseReminders.record") && broken[0]) {
                broken[0] = false;
                throw new IllegalStateException("nobody expected this");
              }
              return effect.get();
            });
    paused(self[0]);
    paused(self[0]);
    self[0].clock().pass(Duration.ofMinutes(31));

    var found = self[0].useCases().find().find(self[0].clock().instant().plusSeconds(60));

    assertThat(found.count(one -> one.result().isRight())).isEqualTo(2);
    assertThat(self[0].journal().events(PauseOverdue.class)).hasSize(1);
  }

  /** Messages come last, and whatever becomes of them, the answer of find is the same. */
  @Test
  void messages_that_nobody_takes_change_nothing() {
    paused(bench);
    bench.clock().pass(Duration.ofMinutes(31));
    bench.notifications().fail();

    assertThat(find().count(one -> one.result().isRight())).isEqualTo(1);

    assertThat(bench.journal().events(PauseOverdue.class)).hasSize(1);
    assertThat(bench.journal().events(NotificationFailed.class))
        .containsExactly(new NotificationFailed("PauseOverdue", "nobody takes messages"));
  }

  @Test
  void nobody_is_reminded_after_the_deadline_of_find() {
    paused(bench);
    bench.clock().pass(Duration.ofMinutes(31));

    bench.useCases().find().find(bench.clock().instant());

    assertThat(reminders()).isZero();
  }

  /** The age of the oldest gate is a metric that can be alarmed on. */
  @Test
  void find_tells_how_long_a_gate_has_been_waiting() {
    paused(bench);
    bench.clock().pass(Duration.ofMinutes(7));

    find();

    assertThat(bench.journal().waits()).containsExactly(Duration.ofMinutes(7));
  }

  /** Looking after executions took all the time that there was. */
  @Test
  void reminders_are_left_to_the_next_look_when_time_is_up() {
    Workbench[] self = new Workbench[1];
    self[0] =
        new Workbench(
            (call, effect) -> {
              if (call.equals("Workflows.running")) {
                self[0].clock().pass(Duration.ofMinutes(2));
              }
              return effect.get();
            });
    paused(self[0]);
    self[0].clock().pass(Duration.ofMinutes(31));

    self[0].useCases().find().find(self[0].clock().instant().plusSeconds(60));

    assertThat(self[0].notifications().kinds()).containsExactly(Kind.START, Kind.PAUSE);
  }
}
