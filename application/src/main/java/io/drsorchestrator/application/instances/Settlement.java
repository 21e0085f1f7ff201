package io.drsorchestrator.application.instances;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.RecoveryInstances.JobView;
import io.drsorchestrator.application.port.Terminations;
import io.drsorchestrator.application.port.Terminations.TerminateJob;
import io.vavr.collection.Vector;
import java.time.Instant;

/**
 * Whether nothing is left of what an execution launched; that is recorded once. Afterwards nobody
 * can terminate anything of it any more, so all must be certain: every job on record has ended
 * without a failed server, and DRS has no instance of the execution and launches none (D38).
 */
final class Settlement {

  private final InstanceSearch search;
  private final RecoveryInstances instances;
  private final Terminations terminations;

  Settlement(InstanceSearch search, RecoveryInstances instances, Terminations terminations) {
    this.search = search;
    this.instances = instances;
    this.terminations = terminations;
  }

  /**
   * A job that somebody adds in the meantime makes the write a conflict; it is then for a later
   * look to say.
   */
  void settle(StoredExecution execution, Instant now) {
    var jobs = execution.terminateJobs();
    if (!execution.isKnownTerminated()
        && jobs.nonEmpty()
        && haveSucceeded(execution, jobs)
        && search.find(execution).isNothing()) {
      var unused =
          terminations.recordTerminated(execution.key(), execution.terminateJobEntries(), now);
    }
  }

  private boolean haveSucceeded(StoredExecution execution, Vector<TerminateJob> jobs) {
    return !execution.hasUnreadableTerminateJob()
        && jobs.groupBy(TerminateJob::region)
            .forAll(place -> haveSucceeded(new DrsScope(execution.account(), place._1), place._2));
  }

  private boolean haveSucceeded(DrsScope scope, Vector<TerminateJob> jobs) {
    var known = instances.jobs(scope, jobs.map(TerminateJob::job));
    return jobs.forAll(job -> known.get(job.job()).exists(Settlement::hasSucceeded));
  }

  private static boolean hasSucceeded(JobView job) {
    return job.isTermination() && job.isCompleted() && job.count("FAILED") == 0;
  }
}
