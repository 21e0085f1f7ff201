package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.StartableExecution;
import io.drsorchestrator.domain.execution.Transition;

/** The writes of pausing and resuming. */
public interface Gates {

  /** Stores an operator's wish to pause. */
  WriteOutcome requestPause(Transition<StartableExecution> requested);

  /** Stores PAUSED, the gate and the task token in one write. */
  WriteOutcome pause(Transition<PausedExecution> paused);

  /** Stores an operator's wish to resume. */
  WriteOutcome requestResume(Transition<PausedExecution> requested);

  /** Stores POLLING and the wave behind the gate in one write. */
  WriteOutcome resume(Transition<PollingExecution> resumed);
}
