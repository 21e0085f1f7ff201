package io.drsorchestrator.application.find;

import io.drsorchestrator.application.read.LiveInstances;
import io.drsorchestrator.application.read.StoredFields;
import io.drsorchestrator.application.read.StoredStatus;
import io.drsorchestrator.application.read.StoredTimes;
import io.drsorchestrator.domain.execution.DrillReminder;
import io.drsorchestrator.domain.execution.LifecycleEvent.DrillInstancesLive;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** A stored execution, asked whether it is a drill of whose instances people must hear. */
record EndedDrill(StoredFields stored) {

  /** What to remind people of, if it is time. */
  Option<DrillInstancesLive> overdue(Instant now) {
    return Option.some(LiveInstances.of(stored))
        .filter(live -> isDrill() && live.count() > 0 && reminder().isDue(news(), now))
        .map(live -> reminded(live, now));
  }

  /**
   * Nothing but the very word: whoever were told to terminate the instances of a recovery, or of
   * what nobody knows, might terminate what the business runs on.
   */
  private boolean isDrill() {
    return stored.text("executionType").contains("DRILL") && StoredStatus.of(stored).isTerminal();
  }

  private DrillReminder reminder() {
    return stored
        .map("drillReminder")
        .map(
            kept ->
                new DrillReminder(
                    StoredTimes.number(kept, "count").getOrElse(0L).intValue(),
                    time(kept, "remindedTime")))
        .getOrElse(DrillReminder.NONE);
  }

  /** Who asks to terminate knows of the instances: a day for DRS to do it, and for us to see it. */
  private Vector<Instant> news() {
    return Vector.of(
            time(stored, "endTime").orElse(() -> time(stored, "startTime")),
            terminationRequested(),
            time(stored, "terminationInitiatedAt"))
        .flatMap(time -> time);
  }

  private Option<Instant> terminationRequested() {
    return stored.map("terminationRequest").flatMap(request -> time(request, "requestedAt"));
  }

  private DrillInstancesLive reminded(LiveInstances live, Instant now) {
    return new DrillInstancesLive(
        reminder().reminded(now),
        stored.text("planName").orElse(() -> stored.text("planId")).getOrElse("unknown"),
        time(stored, "endTime"),
        terminationRequested(),
        live.all());
  }

  private static Option<Instant> time(StoredFields fields, String name) {
    return StoredTimes.of(fields, name).map(Instant::ofEpochSecond);
  }
}
