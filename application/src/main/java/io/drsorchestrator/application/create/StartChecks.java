package io.drsorchestrator.application.create;

import io.drsorchestrator.application.create.HeldServers.Held;
import io.drsorchestrator.application.create.StartRefusal.AlreadyExecuting;
import io.drsorchestrator.application.create.StartRefusal.StartInProgress;
import io.drsorchestrator.application.port.PlanLocks;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * The checks 5 to 11 of the contract (3.3), in its order: the first that fails answers a start. A
 * preflight tells of all.
 */
final class StartChecks {

  private final HeldServers servers;

  StartChecks(HeldServers servers) {
    this.servers = servers;
  }

  Option<StartRefusal> refusal(StartDraft draft, Vector<ActiveExecution> active) {
    return busy(draft, active, held(draft, active))
        .appendAll(LaunchLimits.exceeded(draft))
        .headOption();
  }

  /** Without the lock: what runs is still worth more to know than that somebody holds it. */
  StartRefusal refusal(StartDraft draft, Vector<ActiveExecution> active, PlanLocks.Held lock) {
    return busy(draft, active, held(draft, active))
        .headOption()
        .getOrElse(() -> new StartInProgress(draft.plan().id(), lock.by()));
  }

  private Vector<Held> held(StartDraft draft, Vector<ActiveExecution> active) {
    return active.flatMap(execution -> held(draft, execution));
  }

  /** The servers that an execution holds, as far as they can be servers of the draft. */
  Vector<Held> held(StartDraft draft, ActiveExecution execution) {
    return servers.by(execution, draft.account());
  }

  /** What runs and is in the way. */
  static Vector<StartRefusal> busy(
      StartDraft draft, Vector<ActiveExecution> active, Vector<Held> held) {
    return ServerConflicts.among(draft.regions(), held)
        .toVector()
        .appendAll(alreadyExecuting(draft, active));
  }

  /** What is being cancelled does not count, as long as it holds none of the servers. */
  private static Option<StartRefusal> alreadyExecuting(
      StartDraft draft, Vector<ActiveExecution> active) {
    var ids =
        active
            .filter(one -> one.key().planId().equals(draft.plan().id()))
            .reject(one -> one.status() == ExecutionStatus.CANCELLING)
            .map(one -> one.key().executionId());
    return Option.when(ids.nonEmpty(), () -> new AlreadyExecuting(draft.plan().id(), ids));
  }
}
