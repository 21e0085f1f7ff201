package io.drsorchestrator.application.instances;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.application.instances.TerminationProgress.JobProgress;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.RecoveryInstances.JobView;
import io.drsorchestrator.application.port.Terminations.TerminateJob;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;

/** Watching termination jobs, and recording the end when it has come (contract 3.11). */
public final class WatchTermination {

  private final StoredExecutions executions;
  private final RecoveryInstances instances;
  private final Settlement settlement;

  WatchTermination(
      StoredExecutions executions, RecoveryInstances instances, Settlement settlement) {
    this.executions = executions;
    this.instances = instances;
    this.settlement = settlement;
  }

  /**
   * The progress of {@code jobs}, or the first of which nothing tells the Region. The execution
   * need not exist, but only its own jobs, all of them done, can lead to a record.
   *
   * @param region of jobs that are not on record; those that are, are asked for in theirs
   */
  public Either<JobId, TerminationProgress> watch(
      ExecutionId id, Vector<JobId> jobs, Option<String> region, Instant now) {
    var execution = executions.find(id);
    var own = execution.toVector().flatMap(StoredExecution::terminateJobs);
    var places = jobs.flatMap(job -> place(job, own, region));
    var lost = jobs.reject(job -> places.exists(place -> place.job().equals(job)));
    if (lost.nonEmpty()) {
      return Left(lost.head());
    }
    var account = execution.map(StoredExecution::account).getOrElse(executions::hub);
    var progress = progress(places, known(account, places));
    execution.filter(e -> isTheEnd(progress, jobs, own)).forEach(e -> settlement.settle(e, now));
    return Right(progress);
  }

  private static Option<TerminateJob> place(
      JobId job, Vector<TerminateJob> own, Option<String> region) {
    return own.find(mine -> mine.job().equals(job))
        .orElse(() -> region.map(given -> new TerminateJob(job, given, 0)));
  }

  private Map<JobId, JobView> known(AccountContext account, Vector<TerminateJob> places) {
    return places
        .groupBy(TerminateJob::region)
        .foldLeft(
            HashMap.<JobId, JobView>empty(),
            (all, place) ->
                all.merge(
                    instances.jobs(
                        new DrsScope(account, place._1), place._2.map(TerminateJob::job))));
  }

  private static TerminationProgress progress(
      Vector<TerminateJob> jobs, Map<JobId, JobView> known) {
    return new TerminationProgress(
        jobs.map(job -> new JobProgress(job.job(), known.get(job.job()), job.servers())));
  }

  /** Somebody else's job says nothing about this execution, however complete it is. */
  private static boolean isTheEnd(
      TerminationProgress progress, Vector<JobId> asked, Vector<TerminateJob> own) {
    return progress.isAllCompleted() && own.map(TerminateJob::job).containsAll(asked);
  }
}
