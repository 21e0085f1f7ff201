package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;

/** One start of a plan at a time. */
public interface PlanLocks extends PlanActivity {

  /** Takes the lock of {@code plan} for 30 seconds on behalf of an execution to be started. */
  Either<Held, PlanLock> acquire(PlanId plan, ExecutionId holder, Instant now);

  /**
   * Gives the lock back without having started anything: from now on nothing can be started by it.
   */
  void release(PlanLock lock);

  /**
   * A lock that is held.
   *
   * @param lastStarted the newest execution of the plan: indexes may not know it yet
   */
  record PlanLock(
      PlanId plan, ExecutionId holder, Instant acquiredAt, Option<ExecutionId> lastStarted) {}

  /**
   * Somebody else holds the lock.
   *
   * @param by the execution that is being started; an older system does not tell
   * @param lastStarted the newest execution of the plan
   */
  record Held(Option<ExecutionId> by, Option<ExecutionId> lastStarted) {}
}
