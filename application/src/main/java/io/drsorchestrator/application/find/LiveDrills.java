package io.drsorchestrator.application.find;

import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.instances.LeftInstances;
import io.drsorchestrator.application.port.DrillReminders;
import io.drsorchestrator.application.port.ExecutionDocuments;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.application.read.StoredFields;
import io.drsorchestrator.domain.execution.DrillReminder;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.LifecycleEvent.DrillInstancesLive;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Reminds people of drills whose instances still cost money a day after the drill, and every day
 * until they are terminated. A reminder is recorded before DRS is asked and the message is sent: of
 * two reconcilers that find it due, one sends it. Nobody hears of instances of which DRS says that
 * they are gone; where it does not answer, the record counts.
 *
 * <p>It looks in the first minutes of every hour, so that one minute may be missed. What is due
 * stays due: a missed hour makes a reminder an hour late, and loses none. A drill that was started
 * more than 30 days ago is no longer looked for; list, details and report go on to show it.
 */
public final class LiveDrills {

  private static final Duration LOOKED_FOR = Duration.ofDays(30);

  /** Each look reads what has ended anew, so that there are few of them. */
  private static final int LOOKS_AN_HOUR = 3;

  /** So many drills are read, and people told of, in one look. */
  private static final int DRILLS_A_LOOK = 20;

  private final Lifecycle lifecycle;
  private final ExecutionDocuments documents;
  private final DrillReminders reminders;
  private final LeftInstances left;

  private LiveDrills(
      Lifecycle lifecycle,
      ExecutionDocuments documents,
      DrillReminders reminders,
      LeftInstances left) {
    this.lifecycle = lifecycle;
    this.documents = documents;
    this.reminders = reminders;
    this.left = left;
  }

  /** It keeps two ports of the store alone. */
  public static LiveDrills of(Lifecycle lifecycle, ExecutionStore store, LeftInstances left) {
    return new LiveDrills(lifecycle, store.documents(), store.drills(), left);
  }

  /** As far as it gets until {@code deadline}. */
  void remind(Instant deadline) {
    var now = lifecycle.now();
    if (minute(now) < LOOKS_AN_HOUR && now.isBefore(deadline)) {
      candidates(now)
          .toJavaStream()
          .takeWhile(id -> lifecycle.now().isBefore(deadline))
          .forEach(this::remindOf);
    }
  }

  /**
   * Those that have instances no more, or never had any, stay candidates: were it always the same
   * ones, the rest would never have its turn.
   */
  private Vector<ExecutionId> candidates(Instant now) {
    var all =
        reminders
            .candidates(now.minus(LOOKED_FOR), now.minus(DrillReminder.PATIENCE))
            .distinct()
            .sortBy(ExecutionId::value);
    var looks = Duration.between(Instant.EPOCH, now).toHours() * LOOKS_AN_HOUR + minute(now);
    return all.isEmpty()
        ? all
        : all.rotateLeft((int) (looks * DRILLS_A_LOOK % all.size())).take(DRILLS_A_LOOK);
  }

  private static int minute(Instant now) {
    return now.atOffset(ZoneOffset.UTC).getMinute();
  }

  /** The next look reminds again of what could not be recorded. */
  private void remindOf(ExecutionId id) {
    try {
      var execution = lifecycle.find(id);
      documents
          .document(id)
          .flatMap(item -> new EndedDrill(new StoredFields(item)).overdue(lifecycle.now()))
          .forEach(reminder -> remind(execution, reminder));
    } catch (RuntimeException e) {
      return;
    }
  }

  /**
   * Without those that DRS does not know any more, and nothing if it knows of none. What it knows
   * and the record does not name is told of as the record has it: better so than not at all.
   */
  private static Option<DrillInstancesLive> stillLive(
      DrillInstancesLive reminder, Option<Set<SourceServerId>> left) {
    var servers = left.map(live -> live.map(SourceServerId::value));
    var told =
        reminder
            .instances()
            .filter(instance -> servers.forAll(live -> instance.serverId().forAll(live::contains)));
    return Option.when(
        !servers.exists(Set::isEmpty), () -> told.isEmpty() ? reminder : reminder.of(told));
  }

  private void remind(Execution execution, DrillInstancesLive reminder) {
    if (reminders.record(execution.key(), reminder) == WriteOutcome.WRITTEN) {
      stillLive(reminder, left.servers(execution.key().executionId(), lifecycle.now()))
          .forEach(event -> lifecycle.tell(execution, event));
    }
  }
}
