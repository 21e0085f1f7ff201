package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Vector;
import java.time.Instant;

/** What is recorded of the termination of recovery instances (contract 2.3, 3.10, 3.11). */
public interface Terminations {

  /** Adds jobs that DRS has started, to those on record, of an execution that has ended. */
  WriteOutcome recordJobs(ExecutionKey key, Vector<TerminateJob> jobs, Instant now);

  /** Records, once, that no instance of the execution is left. */
  WriteOutcome recordTerminated(ExecutionKey key, Instant now);

  /** A DRS job of type TERMINATE and the Region in which it runs. */
  record TerminateJob(JobId job, String region, String status) {}
}
