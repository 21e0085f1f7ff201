package io.drsorchestrator.application.create;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.application.create.StartRefusal.CannotCheck;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.NewExecutions.NewExecution;
import io.drsorchestrator.application.port.PlanLocks.Held;
import io.drsorchestrator.application.port.PlanLocks.PlanLock;
import io.drsorchestrator.application.port.StartRegister.Entries;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Stores an execution so that of two starts that may not both happen one does. Between starts of
 * one plan its lock settles that. Between plans that share servers the register does: whatever is
 * started after it was read moves its version on, and the write is void.
 */
final class GuardedStart {

  /** What became of the write. */
  enum Stored {
    BY_US,
    /** The id is on record: perhaps the same command was given twice. */
    BEFORE
  }

  /** Starts of many plans at the same moment get through one after another. */
  private static final int ATTEMPTS = 60;

  private final ExecutionStore store;
  private final UnfinishedExecutions unfinished;

  GuardedStart(ExecutionStore store, UnfinishedExecutions unfinished) {
    this.store = store;
    this.unfinished = unfinished;
  }

  Either<StartRefusal, Stored> store(StartAttempt start) {
    var details = start.execution().next().facts().details();
    var plan = details.key().planId();
    var mine = new PlanLock(plan, details.key().executionId(), details.startTime(), Option.none());
    return FailClosed.ask(
            () -> Right(store.locks().acquire(plan, mine.holder(), mine.acquiredAt())))
        // Perhaps only the answer was lost: nobody should have to wait for the lock to expire.
        .peekLeft(fault -> giveBack(mine))
        .flatMap(
            taken ->
                taken.fold(held -> Left(refused(start, held)), lock -> underLock(start, lock)));
  }

  /** The loser is told who holds the servers, as far as that is on record yet. */
  private StartRefusal refused(StartAttempt start, Held lock) {
    return FailClosed.ask(
            () -> {
              var candidates = start.candidates(store.starts().read(), lock);
              var active = unfinished.among(candidates);
              return Right(start.checks().refusal(start.draft(), active, lock));
            })
        .getOrElseGet(cannotCheck -> cannotCheck);
  }

  private Either<StartRefusal, Stored> underLock(StartAttempt start, PlanLock lock) {
    for (int i = 0; i < ATTEMPTS; i++) {
      var stored =
          FailClosed.ask(() -> allowed(start, lock))
              .fold(
                  refusal -> Option.some(Either.<StartRefusal, Stored>left(refusal)),
                  register -> write(start, start.under(lock, register)));
      if (stored.isDefined()) {
        return stored.get().peekLeft(refusal -> giveBack(lock));
      }
    }
    giveBack(lock);
    return Left(new CannotCheck("others keep starting executions, and any may need the servers"));
  }

  /** The register that allows the start, without those of it that have ended. */
  private Either<StartRefusal, Entries> allowed(StartAttempt start, PlanLock lock) {
    var register = store.starts().read();
    var active = unfinished.among(start.candidates(register, lock));
    var ids = active.map(execution -> execution.key().executionId()).toSet();
    return start
        .checks()
        .refusal(start.draft(), active)
        .toEither(register.keeping(ids::contains))
        .swap();
  }

  /** Nothing if the start has to be checked again. */
  private Option<Either<StartRefusal, Stored>> write(StartAttempt start, NewExecution execution) {
    try {
      return switch (store.newExecutions().create(execution)) {
        case CREATED -> Option.some(Right(Stored.BY_US));
        case ID_TAKEN -> Option.some(Right(Stored.BEFORE));
        case LOCK_LOST -> Option.some(Left(refused(start, new Held(Option.none(), Option.none()))));
        case REGISTER_MOVED, BUSY -> Option.none();
      };
    } catch (AwsUnavailableException | AwsRefusedException e) {
      return Option.some(afterFault(execution, String.valueOf(e.getMessage())));
    }
  }

  /**
   * Nobody knows whether the write took place, or still will. Giving the lock back settles it: a
   * write that comes later is void. So what is on record after that is final.
   */
  private Either<StartRefusal, Stored> afterFault(NewExecution execution, String fault) {
    var id = execution.lock().holder();
    try {
      store.locks().release(execution.lock());
      return store.executions().find(id).isDefined()
          ? Right(Stored.BY_US)
          : Left(new CannotCheck(fault));
    } catch (AwsUnavailableException | AwsRefusedException e) {
      throw new AwsUnavailableException(
          "It is not known whether execution %s has been started, look for it before you try again: %s"
              .formatted(id, fault),
          e);
    }
  }

  /** Best effort: a lock that is not given back expires. */
  private void giveBack(PlanLock lock) {
    try {
      store.locks().release(lock);
    } catch (AwsUnavailableException | AwsRefusedException e) {
      return;
    }
  }
}
