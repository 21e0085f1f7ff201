package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.LifecycleEvent.PauseOverdue;
import io.drsorchestrator.domain.execution.PausedExecution;

/** Who is reminded of a gate that waits: one reminder at a time, whoever finds it due. */
@FunctionalInterface
public interface PauseReminders {

  /** Records a reminder; a conflict if the execution moved on or somebody else has recorded it. */
  WriteOutcome record(PausedExecution execution, PauseOverdue reminder);
}
