package io.drsorchestrator.application.memory;

import static io.drsorchestrator.domain.execution.ExecutionStatus.CANCELLED;
import static io.drsorchestrator.domain.execution.ExecutionStatus.COMPLETED;
import static io.drsorchestrator.domain.execution.ExecutionStatus.FAILED;

import io.drsorchestrator.application.port.DrillReminders;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.DrillReminder;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.LifecycleEvent.DrillInstancesLive;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** Reminders of live drills. */
final class MemoryDrillReminders implements DrillReminders {

  private static final ExecutionStatus[] ENDED = {COMPLETED, FAILED, CANCELLED};

  private final Table table;

  MemoryDrillReminders(Table table) {
    this.table = table;
  }

  @Override
  public Vector<ExecutionId> candidates(Instant startedSince, Instant quietSince) {
    var words = Vector.of(ENDED).map(Enum::name);
    return table
        .indexed()
        .filter(item -> item.text("status").exists(words::contains))
        .filter(item -> item.text("executionType").contains("DRILL"))
        .reject(item -> item.flag("instancesTerminated"))
        .filter(item -> item.time("startTime").exists(start -> !start.isBefore(startedSince)))
        .filter(item -> reminded(item).forAll(time -> !time.isAfter(quietSince)))
        .map(item -> new ExecutionId(item.text("executionId").get()));
  }

  private static Option<Instant> reminded(Item item) {
    return item.item("drillReminder").flatMap(stored -> stored.time("remindedTime"));
  }

  @Override
  public WriteOutcome record(ExecutionKey key, DrillInstancesLive reminder) {
    return table.write(
        key,
        Change.of("DrillReminders.record")
            .whenStatusIn(ENDED)
            .when("not terminated", item -> !item.flag("instancesTerminated"))
            .when(
                "terminationRequest",
                item -> requested(item).equals(reminder.terminationRequested()))
            .when("count", item -> count(item) == reminder.reminder().count() - 1)
            .set("drillReminder", stored(reminder.reminder())));
  }

  private static Option<Instant> requested(Item item) {
    return item.item("terminationRequest").flatMap(request -> request.time("requestedAt"));
  }

  private static long count(Item item) {
    return item.item("drillReminder").flatMap(stored -> stored.number("count")).getOrElse(0L);
  }

  private static Item stored(DrillReminder reminder) {
    return Item.EMPTY
        .with("count", (long) reminder.count())
        .with("remindedTime", reminder.last().getOrElse(Instant.EPOCH));
  }
}
