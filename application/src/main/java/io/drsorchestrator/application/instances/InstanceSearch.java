package io.drsorchestrator.application.instances;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.RecoveryInstances.JobServer;
import io.drsorchestrator.application.port.RecoveryInstances.JobView;
import io.drsorchestrator.application.port.RecoveryInstances.LiveInstance;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * The search for what an execution has launched. DRS is asked by job and by source server, also for
 * waves that ended at their deadline while their job lives on; the stored item decides nothing that
 * DRS can tell (design 7).
 */
final class InstanceSearch {

  private final StoredExecutions executions;
  private final RecoveryInstances instances;

  InstanceSearch(StoredExecutions executions, RecoveryInstances instances) {
    this.executions = executions;
    this.instances = instances;
  }

  Findings find(StoredExecution execution) {
    return executions
        .launches(execution)
        .groupBy(Launch::scope)
        .foldLeft(Findings.NOTHING, (found, place) -> found.and(in(place._1, place._2)));
  }

  private Findings in(DrsScope scope, Vector<Launch> launches) {
    var jobs = instances.jobs(scope, launches.map(Launch::job));
    var servers = launches.flatMap(launch -> servers(launch, jobs.get(launch.job()))).distinct();
    var own =
        instances
            .of(scope, servers)
            .reject(LiveInstance::isGone)
            .flatMap(instance -> own(instance, launches, jobs));
    return new Findings(
        own.sortBy(OwnInstance::waveNumber),
        launches.flatMap(launch -> launching(launch, jobs.get(launch.job()), own)));
  }

  private static Vector<SourceServerId> servers(Launch launch, Option<JobView> job) {
    return launch
        .wave()
        .serverIds()
        .appendAll(job.toVector().flatMap(JobView::servers).map(JobServer::server));
  }

  private static Option<OwnInstance> own(
      LiveInstance instance, Vector<Launch> launches, Map<JobId, JobView> jobs) {
    return launches
        .find(launch -> isOwn(instance, launch, jobs.get(launch.job())))
        .map(launch -> new OwnInstance(launch, jobs.get(launch.job()), instance));
  }

  /**
   * The source server alone proves nothing: a newer execution, perhaps the real recovery, may have
   * launched it again since, and its instance must never be taken for ours. The job that DRS names
   * proves it; where DRS names none, the very instance must be on our record or our job's.
   */
  private static boolean isOwn(LiveInstance instance, Launch launch, Option<JobView> job) {
    return instance
        .job()
        .map(launch.job()::equals)
        .getOrElse(() -> names(launch, job).exists(instance::isNamed));
  }

  private static Vector<String> names(Launch launch, Option<JobView> job) {
    return launch
        .wave()
        .servers()
        .values()
        .toVector()
        .flatMap(StoredServer::instanceIds)
        .appendAll(job.toVector().flatMap(JobView::servers).flatMap(JobServer::instanceId));
  }

  /** DRS may not name the servers of a job that has just started: then all of the wave's. */
  private static Vector<LaunchingServer> launching(
      Launch launch, Option<JobView> job, Vector<OwnInstance> own) {
    var started = own.map(OwnInstance::server).toSet();
    return job.filter(view -> !view.isCompleted())
        .map(view -> underWay(launch, view))
        .getOrElse(Vector.empty())
        .reject(started::contains)
        .map(server -> LaunchingServer.of(launch, server));
  }

  private static Vector<SourceServerId> underWay(Launch launch, JobView job) {
    return job.servers().isEmpty()
        ? launch.wave().serverIds()
        : job.servers()
            .reject(s -> s.launchStatus().equals("FAILED") || s.launchStatus().equals("TERMINATED"))
            .map(JobServer::server);
  }
}
