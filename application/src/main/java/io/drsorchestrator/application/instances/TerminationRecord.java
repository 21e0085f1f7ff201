package io.drsorchestrator.application.instances;

import io.drsorchestrator.application.port.RecoveryInstances.JobView;
import io.drsorchestrator.application.port.Terminations;
import io.drsorchestrator.application.port.Terminations.TerminateJob;
import io.drsorchestrator.domain.execution.ExecutionKey;
import java.time.Duration;
import java.time.Instant;

/** What one request to terminate instances leaves on the record of its execution. */
final class TerminationRecord {

  /** No job that still keeps a server busy is older. */
  private static final Duration LONGEST_JOB = Duration.ofDays(1);

  private final Terminations terminations;
  private final ExecutionKey key;
  private final Instant now;

  TerminationRecord(Terminations terminations, ExecutionKey key, Instant now) {
    this.terminations = terminations;
    this.key = key;
    this.now = now;
  }

  Instant since() {
    return now.minus(LONGEST_JOB);
  }

  /**
   * Records a job as soon as DRS has named it: were the handler to die after some chunks, their
   * jobs would be known. A conflict means that the execution was deleted since, or that an older
   * writer changed what it is: there is nothing to record it on, and the answer still names it.
   */
  void add(JobView job, String region, int servers) {
    var known = Math.max(servers, job.servers().size());
    var unused = terminations.recordJob(key, new TerminateJob(job.id(), region, known), now);
  }
}
