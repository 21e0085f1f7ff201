package io.drsorchestrator.application.instances;

import io.drsorchestrator.application.port.RecoveryInstances.JobView;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** How far termination jobs are (contract 3.11). */
public record TerminationProgress(Vector<JobProgress> jobs) {

  /**
   * One of the jobs that were asked about.
   *
   * @param view absent if DRS does not know the job: that is never complete (D38)
   * @param recordedServers 0 if nobody has recorded how many servers the job has
   */
  public record JobProgress(JobId id, Option<JobView> view, int recordedServers) {

    public int totalServers() {
      return view.map(job -> job.servers().size()).getOrElse(0);
    }

    public int completedServers() {
      return view.map(job -> job.count("TERMINATED")).getOrElse(0);
    }

    public int failedServers() {
      return view.map(job -> job.count("FAILED")).getOrElse(0);
    }

    /** A launch that has ended terminates nothing. */
    boolean isComplete() {
      return view.exists(job -> job.isTermination() && job.isCompleted());
    }

    /** Whether the job is done and DRS has emptied its list of servers. */
    public boolean isEmptied() {
      return isComplete() && totalServers() == 0;
    }

    /** The servers to be done with; one where nobody knows. */
    private int weight() {
      return Math.max(1, Math.max(recordedServers, totalServers()));
    }

    private int done() {
      return isEmptied() ? weight() : completedServers();
    }
  }

  public int totalServers() {
    return jobs.map(JobProgress::totalServers).sum().intValue();
  }

  public int completedServers() {
    return jobs.map(JobProgress::completedServers).sum().intValue();
  }

  /** Servers that DRS does not show any more go on to count. Never 100 before all is complete. */
  public int progressPercent() {
    if (isAllCompleted()) {
      return 100;
    }
    var done = jobs.map(JobProgress::done).sum().intValue();
    return Math.min(99, 100 * done / jobs.map(JobProgress::weight).sum().intValue());
  }

  public boolean isAllCompleted() {
    return jobs.nonEmpty() && jobs.forAll(JobProgress::isComplete);
  }

  public boolean isAnyFailed() {
    return jobs.exists(job -> job.failedServers() > 0);
  }
}
