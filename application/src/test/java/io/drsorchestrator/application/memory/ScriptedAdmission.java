package io.drsorchestrator.application.memory;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.API;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What {@link ScriptedDrs} says before a launch, together with jobs of other people, sick servers
 * and instances that are left of earlier recoveries. Every server that nobody knows is healthy.
 */
public final class ScriptedAdmission implements LaunchAdmission {

  private final ScriptedDrs drs;
  private final Outages outages = new Outages();
  private Vector<ScopedJob> others = Vector.empty();
  private Map<SourceServerId, Replication> replications = LinkedHashMap.empty();
  private Map<SourceServerId, String> instances = LinkedHashMap.empty();
  private Set<SourceServerId> unknown = HashSet.empty();

  /** A job and where it runs. */
  private record ScopedJob(String region, ActiveJob job) {}

  public ScriptedAdmission(ScriptedDrs drs) {
    this.drs = drs;
  }

  @Override
  public synchronized Vector<ActiveJob> activeJobs(DrsScope scope) {
    return outages.during(
        "activeJobs",
        () ->
            others
                .filter(other -> other.region().equals(scope.region()))
                .map(ScopedJob::job)
                .appendAll(drs.jobs().filter(job -> runsIn(job, scope)).map(this::active)));
  }

  private static boolean runsIn(DrsJob job, DrsScope scope) {
    return job.isActive() && job.scope().equals(scope);
  }

  private ActiveJob active(DrsJob job) {
    return new ActiveJob(
        job.id(),
        "STARTED",
        "LAUNCH",
        job.servers().map((server, status) -> API.Tuple(server, status.name())));
  }

  @Override
  public synchronized Map<SourceServerId, Replication> replication(
      DrsScope scope, Vector<SourceServerId> servers) {
    return outages.during(
        "replication",
        () ->
            servers
                .reject(unknown::contains)
                .toLinkedMap(
                    server -> server,
                    server -> replications.get(server).getOrElse(healthy(server))));
  }

  private static Replication healthy(SourceServerId server) {
    return replicating(server, "CONTINUOUS", Option.none());
  }

  private static Replication replicating(
      SourceServerId server, String state, Option<JobId> lastLaunch) {
    return new Replication("host-of-" + server, state, Option.some("PT5M"), lastLaunch);
  }

  @Override
  public synchronized Map<SourceServerId, String> liveInstances(
      DrsScope scope, Vector<SourceServerId> servers) {
    return outages.during(
        "liveInstances",
        () ->
            servers
                .filter(drs::hasLaunched)
                .toLinkedMap(server -> server, ScriptedDrs::instanceIdOf)
                .merge(instances.filterKeys(servers::contains)));
  }

  /** Somebody else's job. */
  public synchronized void add(String region, ActiveJob job) {
    others = others.append(new ScopedJob(region, job));
  }

  /** Somebody else's job has ended. */
  public synchronized void endJob(String id) {
    others = others.reject(other -> other.job().job().value().equals(id));
  }

  public synchronized void replicate(SourceServerId server, String state) {
    replications = replications.put(server, replicating(server, state, Option.none()));
  }

  public synchronized void lags(SourceServerId server, String lag) {
    replications =
        replications.put(
            server,
            new Replication("host-of-" + server, "CONTINUOUS", Option.some(lag), Option.none()));
  }

  /** The server knows its newest job, whether the job names it yet or not. */
  public synchronized void lastLaunched(SourceServerId server, JobId job) {
    replications = replications.put(server, replicating(server, "CONTINUOUS", Option.some(job)));
  }

  public synchronized void forget(SourceServerId server) {
    unknown = unknown.add(server);
  }

  /** An earlier recovery has left an instance. */
  public synchronized void recovered(SourceServerId server, String instance) {
    instances = instances.put(server, instance);
  }

  /** Until {@link #recover} these operations fail. */
  public synchronized void fail(String... operations) {
    Vector.of(operations).forEach(outages::fail);
  }

  public synchronized void recover() {
    outages.end();
  }

  public synchronized Map<String, Integer> calls() {
    return outages.calls();
  }
}
