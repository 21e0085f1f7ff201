package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** One start of a plan at a time. */
public interface PlanLocks {

  /** Takes the lock of {@code plan} for 30 seconds, unless somebody holds it. */
  Option<PlanLock> acquire(PlanId plan, Instant now);

  /** Gives the lock back without having started anything. */
  void release(PlanLock lock);

  /** Executions of {@code plan} that may be active, as an index knows them: candidates only. */
  Vector<ExecutionId> candidates(PlanId plan);

  /**
   * A lock that is held.
   *
   * @param lastStarted the newest execution of the plan: indexes may not know it yet
   */
  record PlanLock(PlanId plan, Instant acquiredAt, Option<ExecutionId> lastStarted) {}
}
