package io.drsorchestrator.application.contract;

import static io.drsorchestrator.application.port.WriteOutcome.CONFLICT;
import static io.drsorchestrator.application.port.WriteOutcome.WRITTEN;
import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.Moments.noonPlus;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.GateWait;
import io.drsorchestrator.domain.execution.LifecycleEvent.PauseOverdue;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Of all who find a reminder due, one records it; and only of a gate that still waits. */
public abstract class PauseRemindersContract extends StoreContract {

  private static final Instant DUE = noonPlus(Duration.ofMinutes(30));
  private static final Instant DUE_AGAIN = noonPlus(Duration.ofMinutes(150));

  private Recorded paused() {
    return executionWithGate(2, 0).pause();
  }

  private WriteOutcome remind(PausedExecution read, Instant now) {
    return store().reminders().record(read, overdue(read, now));
  }

  private static PauseOverdue overdue(PausedExecution read, Instant now) {
    return read.overdue(now).get();
  }

  @Test
  void reads_back_since_when_a_gate_waits() {
    assertThat(paused().paused().waiting()).isEqualTo(GateWait.from(NOON));
  }

  @Test
  void reads_back_a_reminder() {
    var recorded = paused();

    assertThat(remind(recorded.paused(), DUE)).isEqualTo(WRITTEN);

    assertThat(recorded.paused().waiting())
        .isEqualTo(new GateWait(Option.some(NOON), 1, Option.some(DUE)));
  }

  @Test
  void one_of_two_who_find_it_due_at_the_same_second_records_it() {
    var recorded = paused();
    var read = recorded.paused();

    assertThat(remind(read, DUE)).isEqualTo(WRITTEN);
    assertThat(remind(read, DUE)).isEqualTo(CONFLICT);
    assertThat(recorded.paused().waiting().reminders()).isEqualTo(1);
  }

  @Test
  void one_of_two_records_a_later_one() {
    var recorded = paused();
    remind(recorded.paused(), DUE);
    var read = recorded.paused();

    assertThat(remind(read, DUE_AGAIN)).isEqualTo(WRITTEN);
    assertThat(remind(read, DUE_AGAIN)).isEqualTo(CONFLICT);
    assertThat(recorded.paused().waiting().reminders()).isEqualTo(2);
  }

  @Test
  void a_reminder_is_no_change_of_the_lifecycle() {
    var recorded = paused();
    var version = recorded.version();

    remind(recorded.paused(), DUE);

    assertThat(recorded.version()).isEqualTo(version);
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.PAUSED);
  }

  @Test
  void a_new_token_keeps_the_age_and_the_reminders() {
    var recorded = paused();
    remind(recorded.paused(), DUE);
    var before = recorded.paused();

    var newer = before.pause(WORKFLOW, new CallbackToken("token-2"), DUE).get();
    assertThat(store().gates().pause(newer)).isEqualTo(WRITTEN);

    assertThat(recorded.paused().waiting()).isEqualTo(before.waiting());
    assertThat(recorded.paused().token()).isEqualTo(new CallbackToken("token-2"));
  }

  @Test
  void whoever_has_decided_is_not_reminded() {
    var recorded = paused();
    var read = recorded.paused();
    recorded.requestResume();

    assertThat(remind(read, DUE)).isEqualTo(CONFLICT);
    assertThat(recorded.paused().waiting().reminders()).isZero();
  }

  @Test
  void a_gate_that_has_opened_is_forgotten() {
    var recorded = paused();
    var read = recorded.paused();
    remind(read, DUE);
    recorded.requestResume().resume();

    assertThat(remind(read, DUE)).isEqualTo(CONFLICT);
    assertThat(recorded.document()).doesNotContainKeys("pausedTime", "pauseReminder");
  }

  @Test
  void the_next_gate_has_an_age_of_its_own() {
    var recorded = paused();
    remind(recorded.paused(), DUE);
    recorded.requestResume().resume().completeWave().requestPause();

    var later = recorded.active().pause(WORKFLOW, new CallbackToken("token-3"), DUE).get();
    store().gates().pause(later);

    assertThat(recorded.paused().waiting()).isEqualTo(GateWait.from(DUE));
  }

  @Test
  void an_execution_that_has_ended_waits_no_more() {
    var recorded = paused();
    var read = recorded.paused();
    recorded.requestCancel();

    assertThat(remind(read, DUE)).isEqualTo(CONFLICT);
    assertThat(recorded.document()).doesNotContainKeys("pausedTime", "pauseReminder");
  }

  @Test
  void a_reminder_brings_no_deleted_execution_back() {
    var recorded = paused();
    var read = recorded.paused();
    tested().delete(recorded.key());

    assertThat(remind(read, DUE)).isEqualTo(CONFLICT);
    assertThat(store().executions().find(recorded.key().executionId())).isEmpty();
  }
}
