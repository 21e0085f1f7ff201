package io.drsorchestrator.application.delete;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.RecoveryJobs.JobReport;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Which jobs may still be at work in DRS, asked once for every account and Region. */
final class LiveJobs {

  private final RecoveryJobs drs;

  LiveJobs(RecoveryJobs drs) {
    this.drs = drs;
  }

  /** A job that cannot be asked about counts as live: its execution is what tells of it. */
  Set<LaunchedJob> among(Vector<LaunchedJob> jobs) {
    return jobs.toSet()
        .groupBy(LaunchedJob::scope)
        .flatMap(scoped -> live(scoped._1, scoped._2))
        .toSet();
  }

  private Set<LaunchedJob> live(Option<DrsScope> scope, Set<LaunchedJob> jobs) {
    return scope.map(known -> working(known, jobs)).getOrElse(jobs);
  }

  private Set<LaunchedJob> working(DrsScope scope, Set<LaunchedJob> jobs) {
    try {
      var known = drs.describeAll(scope, jobs.toVector().map(LaunchedJob::id));
      return jobs.filter(job -> known.get(job.id()).exists(LiveJobs::isWorking));
    } catch (RuntimeException e) {
      // Whatever keeps DRS from answering for one account must not keep the others from it.
      return jobs;
    }
  }

  private static boolean isWorking(JobReport report) {
    return !report.state().status().equals("COMPLETED");
  }
}
