package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** What is going on with a plan, for readers: whoever holds this can take no lock. */
public interface PlanActivity {

  /** Executions of {@code plan} that may be active, as an index knows them: candidates only. */
  Vector<ExecutionId> candidates(PlanId plan);

  /** The lock of {@code plan}, read consistently. */
  LockState lockOf(PlanId plan, Instant now);

  /**
   * A lock as it is at a moment.
   *
   * @param isHeld whether a start of the plan is under way
   * @param by the execution that is being started; an older system does not tell
   * @param lastStarted the newest execution of the plan: indexes may not know it yet
   */
  record LockState(boolean isHeld, Option<ExecutionId> by, Option<ExecutionId> lastStarted) {

    public static final LockState FREE = new LockState(false, Option.none(), Option.none());
  }
}
