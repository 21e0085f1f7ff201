package io.drsorchestrator.application;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.LifecycleViolation.LeaseHeld;

/** An execution cannot end yet, because somebody may still launch a wave; trying again helps. */
public final class LaunchUnderWayException extends RuntimeException {

  public LaunchUnderWayException(ExecutionId id, LeaseHeld lease) {
    super("Execution " + id + " cannot end yet: " + lease.reason());
  }
}
