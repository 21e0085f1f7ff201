package io.drsorchestrator.application.memory;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.drsorchestrator.domain.server.SourceMachine;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.InstantSource;

/**
 * A small DRS: StartRecovery is not idempotent, a server is in one active job at most, and jobs
 * come forward only when a test says so. Operations go by the names of their port methods.
 */
public final class ScriptedDrs implements RecoveryJobs, RecoveryServers {

  public static final Duration QUOTA_WAIT = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Outages outages = new Outages();
  private Map<JobId, DrsJob> jobs = LinkedHashMap.empty();
  private Map<SourceServerId, Map<String, String>> tags = LinkedHashMap.empty();
  private Map<String, java.time.Instant> startedInstances = LinkedHashMap.empty();
  private Option<String> rejection = Option.none();
  private int quota = 20;
  private int started;

  public ScriptedDrs(InstantSource clock) {
    this.clock = clock;
  }

  /** The recovery instance that a launched server has. */
  public static String instanceIdOf(SourceServerId server) {
    return "i-of-" + server;
  }

  @Override
  public synchronized LaunchResult start(DrsScope scope, Launch launch) {
    return outages.during("start", () -> admit(scope, launch));
  }

  private LaunchResult admit(DrsScope scope, Launch launch) {
    var active = jobs.values().filter(DrsJob::isActive);
    if (rejection.isDefined()) {
      return new LaunchResult.Rejected(rejection.get());
    }
    if (active.exists(job -> job.hasAnyOf(launch))) {
      return new LaunchResult.ServersBusy("A server is in another job");
    }
    if (active.size() >= quota) {
      return new LaunchResult.Postponed("Too many jobs", QUOTA_WAIT);
    }
    started++;
    var job = DrsJob.start(new JobId("drsjob-" + started), scope, launch, clock.instant());
    jobs = jobs.put(job.id(), job);
    return new LaunchResult.Started(job.id());
  }

  @Override
  public synchronized Option<JobId> findLaunched(
      DrsScope scope, ExecutionKey key, WaveNumber wave, java.time.Instant since) {
    return outages.during(
        "findLaunched",
        () ->
            jobsOf(key, wave)
                .filter(job -> job.scope().equals(scope) && !job.createdAt().isBefore(since))
                .headOption()
                .map(DrsJob::id));
  }

  @Override
  public synchronized Option<JobReport> describe(DrsScope scope, JobId job) {
    return outages.during(
        "describe", () -> jobs.get(job).filter(j -> j.scope().equals(scope)).map(DrsJob::report));
  }

  @Override
  public synchronized Map<SourceServerId, String> failureReasons(DrsScope scope, JobId job) {
    return outages.during(
        "failureReasons",
        () ->
            jobs.get(job)
                .get()
                .servers()
                .filterValues(LaunchStatus::isFailed)
                .mapValues(f -> "no capacity"));
  }

  @Override
  public synchronized Vector<SourceServerId> withTags(DrsScope scope, Map<String, String> wanted) {
    return outages.during(
        "withTags",
        () -> tags.filterValues(has -> wanted.forAll(has::contains)).keySet().toVector());
  }

  @Override
  public synchronized Map<SourceServerId, SourceMachine> sources(
      DrsScope scope, Vector<SourceServerId> ids) {
    return outages.during(
        "sources",
        () -> LinkedHashMap.ofEntries(ids.map(id -> io.vavr.API.Tuple(id, machine(id)))));
  }

  private static SourceMachine machine(SourceServerId id) {
    return new SourceMachine(Option.some("name-of-" + id), Option.none(), Option.none());
  }

  @Override
  public synchronized Map<SourceServerId, Recovered> recovered(
      DrsScope scope, JobId job, Vector<SourceServerId> ids) {
    return outages.during(
        "recovered",
        () ->
            LinkedHashMap.ofEntries(
                ids.filter(id -> hasLaunched(job, id))
                    .map(id -> io.vavr.API.Tuple(id, recovered(id)))));
  }

  private boolean hasLaunched(JobId job, SourceServerId id) {
    return jobs.get(job).flatMap(j -> j.servers().get(id)).exists(LaunchStatus::isLaunched);
  }

  /** The agent on it knows its address, and its own name instead of EC2's. */
  private static Recovered recovered(SourceServerId id) {
    return new Recovered(
        instanceIdOf(id),
        new RecoveryInstance(
            Option.some("10.0.0.1"),
            Option.some("agent-on-" + id),
            Option.none(),
            Option.some("running"),
            Option.none()));
  }

  /** Whether any job has launched the server. */
  synchronized boolean hasLaunched(SourceServerId id) {
    return jobs.values().exists(job -> job.servers().get(id).exists(s -> s.isLaunched()));
  }

  @Override
  public synchronized Map<String, RecoveryInstance> instances(
      DrsScope scope, Vector<String> instanceIds) {
    return outages.during(
        "instances",
        () ->
            LinkedHashMap.ofEntries(
                instanceIds
                    .filter(id -> isInstance(id) || startedInstances.containsKey(id))
                    .map(id -> io.vavr.API.Tuple(id, instance(id)))));
  }

  /** EC2 knows an instance that no job of ours has launched. */
  public synchronized void runs(String instance, java.time.Instant since) {
    startedInstances = startedInstances.put(instance, since);
  }

  private boolean isInstance(String id) {
    return jobs.values()
        .flatMap(job -> job.servers().keySet())
        .exists(server -> hasLaunched(server) && instanceIdOf(server).equals(id));
  }

  private RecoveryInstance instance(String id) {
    return new RecoveryInstance(
        Option.some("10.0.0.1"),
        Option.some("host-of-" + id),
        Option.some("m5.large"),
        Option.some("running"),
        startedInstances.get(id));
  }

  /** The jobs that were started for a wave, in order. */
  public synchronized Vector<DrsJob> jobsOf(ExecutionKey key, WaveNumber wave) {
    return jobs.values()
        .filter(job -> job.launch().key().equals(key) && job.launch().wave().equals(wave))
        .toVector();
  }

  public synchronized Vector<DrsJob> jobs() {
    return jobs.values().toVector();
  }

  public synchronized void progress(JobId job, SourceServerId server, LaunchStatus status) {
    jobs = jobs.put(job, jobs.get(job).get().with(server, status));
  }

  /** Every server of the job comes up, and the job ends. */
  public void succeed(JobId job) {
    end(job, LaunchStatus.LAUNCHED);
  }

  /** No server of the job comes up; DRS calls the job COMPLETED all the same. */
  public void fail(JobId job) {
    end(job, LaunchStatus.FAILED);
  }

  private synchronized void end(JobId id, LaunchStatus status) {
    var job = jobs.get(id).get();
    var servers = job.servers().keySet().foldLeft(job, (j, server) -> j.with(server, status));
    jobs = jobs.put(id, servers.ended(clock.instant()));
  }

  /** DRS does not know the job any more. */
  public synchronized void forget(JobId job) {
    jobs = jobs.remove(job);
  }

  public synchronized void tag(SourceServerId server, Map<String, String> serverTags) {
    tags = tags.put(server, serverTags);
  }

  /** At most {@code activeJobs} jobs at a time. */
  public synchronized void limit(int activeJobs) {
    quota = activeJobs;
  }

  /** From now on StartRecovery is rejected for {@code reason}. */
  public synchronized void reject(String reason) {
    rejection = Option.some(reason);
  }

  /** Until {@link #recover} these operations fail, without effect. */
  public synchronized void fail(String... operations) {
    Vector.of(operations).forEach(outages::fail);
  }

  /** The next call of the operation has its effect, and its caller sees it fail. */
  public synchronized void loseAnswerOf(String operation) {
    outages.loseAnswerOf(operation);
  }

  public synchronized void recover() {
    outages.end();
  }

  /** How often each operation was called since {@link #forgetCalls}. */
  public synchronized Map<String, Integer> calls() {
    return outages.calls();
  }

  public synchronized void forgetCalls() {
    outages.forgetCalls();
  }
}
