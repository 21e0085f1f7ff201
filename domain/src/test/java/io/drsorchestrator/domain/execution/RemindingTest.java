package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.Moments.noonPlus;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.LifecycleEvent.PauseOverdue;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Somebody is reminded of a gate after half an hour, and every two hours from then on. */
class RemindingTest {

  private static final Executions AT_GATE = execution().withGateBefore(0);

  private static PausedExecution waiting(GateWait waiting) {
    var paused = AT_GATE.paused();
    return new PausedExecution(
        paused.facts(), paused.before(), paused.token(), paused.resumeIntent(), waiting);
  }

  @Test
  void nobody_is_reminded_in_the_first_half_hour() {
    assertThat(AT_GATE.paused().overdue(noonPlus(Duration.ofMinutes(30).minusNanos(1)))).isEmpty();
  }

  @Test
  void the_first_reminder_is_due_after_half_an_hour() {
    var due = noonPlus(Duration.ofMinutes(30));

    assertThat(AT_GATE.paused().overdue(due))
        .containsExactly(
            new PauseOverdue(
                WaveNumber.FIRST, new GateWait(Option.some(NOON), 1, Option.some(due))));
  }

  @Test
  void the_next_ones_are_due_two_hours_after_the_last() {
    var last = noonPlus(Duration.ofMinutes(47));
    var reminded = waiting(new GateWait(Option.some(NOON), 3, Option.some(last)));

    assertThat(reminded.overdue(last.plus(Duration.ofHours(2)).minusNanos(1))).isEmpty();
    assertThat(reminded.overdue(last.plus(Duration.ofHours(2))).get().waiting().reminders())
        .isEqualTo(4);
  }

  @Test
  void a_pause_of_an_older_system_is_due_at_first_sight() {
    var old = new GateWait(Option.none(), 0, Option.none());

    assertThat(waiting(old).overdue(NOON)).isNotEmpty();
    assertThat(waiting(old.reminded(NOON)).overdue(noonPlus(Duration.ofMinutes(119)))).isEmpty();
  }

  @Test
  void nobody_is_reminded_of_what_an_operator_has_decided() {
    assertThat(AT_GATE.withRequest().paused().overdue(noonPlus(Duration.ofDays(3)))).isEmpty();
  }

  @Test
  void a_decision_is_missing_from_the_gate_on_until_there_is_one() {
    assertThat(AT_GATE.paused().undecidedSince()).containsExactly(NOON);
    assertThat(AT_GATE.withRequest().paused().undecidedSince()).isEmpty();
  }

  @Test
  void a_new_token_makes_no_gate_look_younger() {
    var renewed = AT_GATE.paused().pause(WORKFLOW, TOKEN, noonPlus(Duration.ofMinutes(29))).get();

    assertThat(renewed.next().overdue(noonPlus(Duration.ofMinutes(30)))).isNotEmpty();
  }
}
