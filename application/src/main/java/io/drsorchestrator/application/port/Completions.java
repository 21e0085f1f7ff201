package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.CompletedExecution;
import io.drsorchestrator.domain.execution.Transition;

/** The only write that leads to COMPLETED. */
@FunctionalInterface
public interface Completions {

  WriteOutcome complete(Transition<CompletedExecution> completed);
}
