package io.drsorchestrator.application.create;

import io.drsorchestrator.application.create.StartRefusal.StartInProgress;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.PlanActivity;
import io.drsorchestrator.application.port.PlanActivity.LockState;
import io.drsorchestrator.application.port.StartRegister;
import io.drsorchestrator.application.port.StartRegister.Entries;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** What runs, seen as a start sees it under its lock, without the lock. */
final class PlanWatch {

  private final UnfinishedExecutions unfinished;
  private final StartRegister register;
  private final PlanActivity activity;

  PlanWatch(ExecutionStore store) {
    unfinished = new UnfinishedExecutions(store);
    register = store.starts();
    activity = store.locks();
  }

  /**
   * What is going on.
   *
   * @param starting another start of the plan that is under way
   */
  record Seen(Vector<ActiveExecution> active, Option<StartInProgress> starting) {}

  /** An execution that cannot be read is a finding, and does not hide the others. */
  Seen look(PlanId plan, Instant now, Findings findings) {
    var indexed = findings.ask(() -> unfinished.indexed(plan), Vector.<ExecutionId>empty());
    var lock = findings.ask(() -> activity.lockOf(plan, now), LockState.FREE);
    var started = findings.ask(register::read, Entries.NONE).started();
    var active =
        indexed
            .appendAll(started)
            .appendAll(lock.lastStarted())
            .distinct()
            .flatMap(id -> findings.ask(() -> unfinished.among(Vector.of(id)), Vector.empty()));
    return new Seen(active, Option.when(lock.isHeld(), () -> new StartInProgress(plan, lock.by())));
  }
}
