package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** Executions that an index knows to be in a status: candidates for a consistent read. */
@FunctionalInterface
public interface ExecutionDiscovery {

  /** All pages, under every stored word that means {@code status}. */
  Vector<Candidate> withStatus(ExecutionStatus status);

  /** A candidate and the times that tell whether anybody looks after it. */
  record Candidate(ExecutionId id, Option<Instant> startTime, Option<Instant> lastPolledTime) {}
}
