package io.drsorchestrator.application.memory;

import io.drsorchestrator.application.port.PlanLocks;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** The locks of plans, each good for 30 seconds. */
final class MemoryLocks implements PlanLocks {

  private static final int LIFETIME = 30;

  private final Table table;

  MemoryLocks(Table table) {
    this.table = table;
  }

  @Override
  public Option<PlanLock> acquire(PlanId plan, Instant now) {
    synchronized (table) {
      var last = table.state().locks().get(plan).flatMap(Table.Lock::lastStarted);
      var taken =
          table.step(
              state ->
                  Option.when(
                      state.locks().get(plan).forAll(l -> l.expiry() < now.getEpochSecond()),
                      () -> state.with(plan, new Table.Lock(expiry(now), last))));
      return Option.when(taken == WriteOutcome.WRITTEN, new PlanLock(plan, now, last));
    }
  }

  private static long expiry(Instant acquiredAt) {
    return acquiredAt.getEpochSecond() + LIFETIME;
  }

  static boolean isHeld(Table.Lock stored, PlanLock lock) {
    return stored.expiry() == expiry(lock.acquiredAt());
  }

  @Override
  public void release(PlanLock lock) {
    table.step(
        state ->
            state
                .locks()
                .get(lock.plan())
                .filter(stored -> isHeld(stored, lock))
                .map(stored -> state.with(lock.plan(), new Table.Lock(0, stored.lastStarted()))));
  }

  @Override
  public Vector<ExecutionId> candidates(PlanId plan) {
    return table
        .indexed()
        .filter(item -> item.text("planId").contains(plan.value()))
        .reject(item -> ItemReader.status(item).isTerminal())
        .map(item -> ItemReader.key(item).executionId());
  }
}
