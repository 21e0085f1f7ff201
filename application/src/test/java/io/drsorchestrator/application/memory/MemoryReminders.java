package io.drsorchestrator.application.memory;

import static io.drsorchestrator.domain.execution.ExecutionStatus.PAUSED;

import io.drsorchestrator.application.port.PauseReminders;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.GateWait;
import io.drsorchestrator.domain.execution.LifecycleEvent.PauseOverdue;
import io.drsorchestrator.domain.execution.PausedExecution;
import java.time.Instant;

/** Reminders of gates that wait. */
final class MemoryReminders implements PauseReminders {

  private final Table table;

  MemoryReminders(Table table) {
    this.table = table;
  }

  @Override
  public WriteOutcome record(PausedExecution execution, PauseOverdue reminder) {
    var read = execution.waiting();
    return table.write(
        execution.key(),
        Change.of("PauseReminders.record")
            .whenStatusIn(PAUSED)
            .whenMissing("resumeRequest")
            .when("pausedTime", item -> item.time("pausedTime").equals(read.since()))
            .when("count", item -> count(item) == read.reminders())
            .set("pauseReminder", reminder(reminder.waiting())));
  }

  private static long count(Item item) {
    return item.item("pauseReminder").flatMap(stored -> stored.number("count")).getOrElse(0L);
  }

  private static Item reminder(GateWait waiting) {
    return Item.EMPTY
        .with("count", (long) waiting.reminders())
        .with("remindedTime", waiting.lastReminder().getOrElse(Instant.EPOCH));
  }
}
