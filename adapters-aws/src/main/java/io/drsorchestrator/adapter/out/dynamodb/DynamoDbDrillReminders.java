package io.drsorchestrator.adapter.out.dynamodb;

import static io.drsorchestrator.domain.execution.ExecutionStatus.CANCELLED;
import static io.drsorchestrator.domain.execution.ExecutionStatus.COMPLETED;
import static io.drsorchestrator.domain.execution.ExecutionStatus.FAILED;

import io.drsorchestrator.application.port.DrillReminders;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.LifecycleEvent.DrillInstancesLive;
import io.vavr.collection.Vector;
import java.time.Instant;

/** Reminders of live drills. They are no lifecycle writes: of what has ended, nothing moves. */
final class DynamoDbDrillReminders implements DrillReminders {

  private static final Vector<String> ENDED = StatusWords.of(COMPLETED, FAILED, CANCELLED);

  private final EndedDrills drills;
  private final HistoryWrites writes;

  DynamoDbDrillReminders(EndedDrills drills, HistoryWrites writes) {
    this.drills = drills;
    this.writes = writes;
  }

  @Override
  public Vector<ExecutionId> candidates(Instant startedSince, Instant quietSince) {
    return drills.notTerminated(ENDED, startedSince, quietSince);
  }

  @Override
  public WriteOutcome record(ExecutionKey key, DrillInstancesLive reminder) {
    var writer = writes.newWriteId();
    var update =
        new ItemUpdate().set(DrillItem.REMINDER, DrillItem.of(reminder.reminder(), writer));
    stillLive(update, reminder);
    asItWasRead(update, reminder);
    return writes.write(key, update, item -> DrillItem.writer(item).contains(writer));
  }

  /** An operator who has asked to terminate them since is not reminded. */
  private static void stillLive(ItemUpdate update, DrillInstancesLive reminder) {
    update.whenIn("status", ENDED).whenNotSet("instancesTerminated");
    reminder
        .terminationRequested()
        .peek(at -> update.whenEqual("terminationRequest.requestedAt", Attributes.time(at)))
        .onEmpty(() -> update.whenMissing("terminationRequest"));
  }

  /** Of two who remind at once only one does. */
  private static void asItWasRead(ItemUpdate update, DrillInstancesLive reminder) {
    var earlier = reminder.reminder().count() - 1;
    if (earlier == 0) {
      update.whenMissing(DrillItem.REMINDER);
    } else {
      update.whenEqual(DrillItem.REMINDER + ".count", Attributes.number(earlier));
    }
  }
}
