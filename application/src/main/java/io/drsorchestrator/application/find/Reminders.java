package io.drsorchestrator.application.find;

import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.port.PauseReminders;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.LifecycleEvent.PauseOverdue;
import io.drsorchestrator.domain.execution.PausedExecution;

/**
 * Reminds people of a gate that has been waiting for long. A reminder is recorded before it is
 * sent: of two reconcilers that find it due, one sends it.
 */
final class Reminders {

  private final Lifecycle lifecycle;
  private final PauseReminders reminders;

  Reminders(Lifecycle lifecycle, PauseReminders reminders) {
    this.lifecycle = lifecycle;
    this.reminders = reminders;
  }

  void remind(ExecutionId id) {
    if (lifecycle.find(id) instanceof PausedExecution paused) {
      lifecycle.tellWaiting(paused);
      paused.overdue(lifecycle.now()).forEach(overdue -> remind(paused, overdue));
    }
  }

  private void remind(PausedExecution execution, PauseOverdue overdue) {
    if (reminders.record(execution, overdue) == WriteOutcome.WRITTEN) {
      lifecycle.tell(execution, overdue);
    }
  }
}
