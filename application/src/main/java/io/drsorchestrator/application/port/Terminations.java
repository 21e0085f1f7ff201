package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.wave.JobId;
import java.time.Instant;

/**
 * What is recorded of the termination of an ended execution's recovery instances (contract 2.3,
 * 3.10, 3.11). Nothing is recorded of an execution that has not ended, or that was deleted.
 */
public interface Terminations {

  /** Records who asks, and why; a conflict once the instances are known to be terminated. */
  WriteOutcome request(ExecutionKey key, OperatorRequest request);

  /** Adds a job to those on record; a job that is there already is not added twice. */
  WriteOutcome recordJob(ExecutionKey key, TerminateJob job, Instant now);

  /**
   * Records, once, that no instance of the execution is left.
   *
   * @param jobs how many jobs were on record when that was found; a conflict if there are more
   */
  WriteOutcome recordTerminated(ExecutionKey key, int jobs, Instant now);

  /**
   * A DRS job of type TERMINATE.
   *
   * @param region in which it runs
   * @param servers how many it has to do with: once it has ended, DRS does not tell any more
   */
  record TerminateJob(JobId job, String region, int servers) {}
}
