package io.drsorchestrator.application.create;

import io.drsorchestrator.application.create.Slowdown.Kind;
import io.drsorchestrator.application.port.LaunchAdmission.ActiveJob;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Jobs that run now and which a wave may have to wait for. */
final class QuotaSlowdowns {

  /** Of a quota; the plan's own job is counted in. */
  private static final double NEARLY = 0.8;

  private QuotaSlowdowns() {}

  static Vector<Slowdown> of(LaunchFacts region) {
    return otherJobs(region).appendAll(jobs(region)).appendAll(servers(region));
  }

  /** A launch of the same servers is a conflict, and refused; any other job only takes time. */
  private static Vector<Slowdown> otherJobs(LaunchFacts region) {
    return region.jobs().reject(ActiveJob::isLaunch).flatMap(job -> otherJob(region, job));
  }

  private static Option<Slowdown> otherJob(LaunchFacts region, ActiveJob job) {
    var servers = region.servers().filter(job.servers()::containsKey);
    return Option.when(
        servers.nonEmpty(),
        () ->
            new Slowdown(
                Kind.SERVER_IN_ANOTHER_JOB,
                "DRS job %s (%s) is %s and has %s: their wave waits until it has ended"
                    .formatted(job.job(), job.type(), job.status(), servers.mkString(", "))));
  }

  private static Option<Slowdown> jobs(LaunchFacts region) {
    var after = region.jobs().size() + 1;
    return Option.when(
        isNearly(after, LimitRefusal.MAX_JOBS) && after <= LimitRefusal.MAX_JOBS,
        () ->
            new Slowdown(
                Kind.JOBS_NEARLY_FULL,
                "DRS runs %d jobs in %s; with a wave of this plan it is %d of %d"
                    .formatted(
                        region.jobs().size(),
                        region.scope().region(),
                        after,
                        LimitRefusal.MAX_JOBS)));
  }

  private static Option<Slowdown> servers(LaunchFacts region) {
    var after = region.serversInJobs() + region.largestWave();
    return Option.when(
        isNearly(after, LimitRefusal.MAX_SERVERS_IN_JOBS)
            && after <= LimitRefusal.MAX_SERVERS_IN_JOBS,
        () ->
            new Slowdown(
                Kind.SERVERS_IN_JOBS_NEARLY_FULL,
                "%d servers are in DRS jobs in %s; with the %d of the largest wave it is %d of %d"
                    .formatted(
                        region.serversInJobs(),
                        region.scope().region(),
                        region.largestWave(),
                        after,
                        LimitRefusal.MAX_SERVERS_IN_JOBS)));
  }

  private static boolean isNearly(int after, int limit) {
    return after >= NEARLY * limit;
  }
}
