package io.drsorchestrator.application.memory;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.application.port.PlanLocks;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
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
  public Either<Held, PlanLock> acquire(PlanId plan, ExecutionId holder, Instant now) {
    synchronized (table) {
      var before = table.state().locks().get(plan);
      var last = before.flatMap(Table.Lock::lastStarted);
      var lock = new PlanLock(plan, holder, now, last);
      var taken =
          table.step(
              state ->
                  Option.when(
                      before.forAll(l -> l.hasExpired(now)),
                      () ->
                          state.with(
                              plan, new Table.Lock(expiry(now), Option.some(holder), last))));
      return taken == WriteOutcome.WRITTEN || before.exists(held -> isHeld(held, lock))
          ? Right(lock)
          : Left(new Held(before.flatMap(Table.Lock::holder), last));
    }
  }

  private static long expiry(Instant acquiredAt) {
    return acquiredAt.getEpochSecond() + LIFETIME;
  }

  static boolean isHeld(Table.Lock stored, PlanLock lock) {
    return stored.expiry() == expiry(lock.acquiredAt()) && stored.holder().contains(lock.holder());
  }

  @Override
  public void release(PlanLock lock) {
    table.step(
        state ->
            state
                .locks()
                .get(lock.plan())
                .filter(stored -> isHeld(stored, lock))
                .map(stored -> state.with(lock.plan(), stored.released())));
  }

  @Override
  public LockState lockOf(PlanId plan, Instant now) {
    return table
        .state()
        .locks()
        .get(plan)
        .map(
            lock -> {
              var isHeld = !lock.hasExpired(now);
              return new LockState(
                  isHeld, lock.holder().filter(holder -> isHeld), lock.lastStarted());
            })
        .getOrElse(LockState.FREE);
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
