package io.drsorchestrator.adapter.out.dynamodb;

import static io.drsorchestrator.domain.execution.ExecutionStatus.PAUSED;

import io.drsorchestrator.application.port.PauseReminders;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.GateWait;
import io.drsorchestrator.domain.execution.LifecycleEvent.PauseOverdue;
import io.drsorchestrator.domain.execution.PausedExecution;

/** Reminders of gates that wait. They are no lifecycle writes and leave the version alone. */
final class DynamoDbPauseReminders implements PauseReminders {

  private final HistoryWrites writes;

  DynamoDbPauseReminders(HistoryWrites writes) {
    this.writes = writes;
  }

  @Override
  public WriteOutcome record(PausedExecution execution, PauseOverdue reminder) {
    var writer = writes.newWriteId();
    var update =
        new ItemUpdate().set(GateItem.REMINDER, GateItem.reminder(reminder.waiting(), writer));
    stillWaiting(update);
    asItWasRead(update, execution.waiting());
    return writes.write(execution.key(), update, item -> GateItem.writer(item).contains(writer));
  }

  /** An operator who has decided since then is not reminded. */
  private static void stillWaiting(ItemUpdate update) {
    update.whenIn("status", StatusWords.of(PAUSED)).whenMissing("resumeRequest");
  }

  /** The same wait at the same gate, and of two who remind of it at once only one does. */
  private static void asItWasRead(ItemUpdate update, GateWait read) {
    read.since()
        .peek(since -> update.whenEqual(GateItem.PAUSED_TIME, Attributes.time(since)))
        .onEmpty(() -> update.whenMissing(GateItem.PAUSED_TIME));
    if (read.lastReminder().isEmpty()) {
      update.whenMissing(GateItem.REMINDER);
    } else {
      update.whenEqual(GateItem.REMINDER + ".count", Attributes.number(read.reminders()));
    }
  }
}
