package io.drsorchestrator.application.memory;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The instances that {@link ScriptedDrs} has launched, and the jobs that terminate them, which end
 * when a test says so. A newer launch of a server replaces its instance, as in DRS.
 */
public final class ScriptedInstances implements RecoveryInstances {

  private static final int MOST_IN_A_JOB = 100;

  private final ScriptedDrs drs;
  private final Outages outages = new Outages();
  private Map<JobId, Ending> endings = LinkedHashMap.empty();
  private Set<String> gone = HashSet.empty();
  private boolean forgetful;
  private Set<String> unattributed = HashSet.empty();
  private Map<JobId, Vector<LogEvent>> logs = HashMap.empty();
  private Vector<Vector<String>> calls = Vector.empty();

  public ScriptedInstances(ScriptedDrs drs) {
    this.drs = drs;
  }

  /** Where nobody has launched anything, or where no test looks. */
  public static ScriptedInstances ofNobody(InstantSource clock) {
    return new ScriptedInstances(new ScriptedDrs(clock));
  }

  /** A job that terminates instances; DRS names those that are left, or not yet done. */
  private record Ending(
      JobId id, DrsScope scope, Vector<LiveInstance> victims, String status, String word) {

    boolean active() {
      return !status.equals("COMPLETED");
    }

    Ending ended(String how) {
      return new Ending(id, scope, victims, "COMPLETED", how);
    }

    JobView view() {
      var named = word.equals("TERMINATED") ? Vector.<LiveInstance>empty() : victims;
      return new JobView(
          id,
          "TERMINATE",
          status,
          named.map(it -> new JobServer(it.server(), Option.some(it.recoveryInstanceId()), word)));
    }
  }

  private static String instanceId(DrsJob job, SourceServerId server, boolean isFirst) {
    return ScriptedDrs.instanceIdOf(server) + (isFirst ? "" : "-by-" + job.id());
  }

  /** Every instance that there ever was, the last of each server last. */
  private Vector<LiveInstance> everyInstance(DrsScope scope) {
    Vector<LiveInstance> all = Vector.empty();
    for (var job : drs.jobs().filter(it -> it.scope().equals(scope))) {
      for (var server : job.servers().filterValues(LaunchStatus::isLaunched).keySet()) {
        var id = instanceId(job, server, all.forAll(it -> !it.server().equals(server)));
        all = all.append(instance(job, server, id));
      }
    }
    return all;
  }

  private LiveInstance instance(DrsJob job, SourceServerId server, String id) {
    var dying = endings.values().filter(Ending::active).flatMap(Ending::victims);
    var state = dying.exists(it -> it.isNamed(id)) ? "SHUTTING-DOWN" : "RUNNING";
    var launchedBy = Option.when(!unattributed.contains(id), job::id);
    return new LiveInstance(id, id, server, launchedBy, state);
  }

  /** A launch of a server cleans up the instance that it had. */
  private Vector<LiveInstance> existing(DrsScope scope) {
    var all = everyInstance(scope);
    return all.filter(it -> it.equals(all.findLast(o -> o.server().equals(it.server())).get()))
        .reject(it -> gone.contains(it.recoveryInstanceId()));
  }

  @Override
  public synchronized Vector<LiveInstance> of(DrsScope scope, Vector<SourceServerId> servers) {
    return outages.during("of", () -> existing(scope).filter(it -> servers.contains(it.server())));
  }

  @Override
  public synchronized Map<JobId, JobView> jobs(DrsScope scope, Vector<JobId> ids) {
    return outages.during(
        "jobs",
        () -> every(scope).filter(job -> ids.contains(job.id())).toLinkedMap(JobView::id, j -> j));
  }

  @Override
  public synchronized Vector<JobView> activeJobs(DrsScope scope, Instant since) {
    return outages.during("activeJobs", () -> every(scope).reject(JobView::isCompleted));
  }

  private Vector<JobView> every(DrsScope scope) {
    return drs.jobs()
        .filter(job -> !forgetful && job.scope().equals(scope))
        .map(this::launch)
        .appendAll(endings.values().filter(it -> it.scope().equals(scope)).map(Ending::view));
  }

  private JobView launch(DrsJob job) {
    var instances =
        everyInstance(job.scope()).filter(instance -> instance.job().contains(job.id()));
    return new JobView(
        job.id(),
        "LAUNCH",
        job.isActive() ? "STARTED" : "COMPLETED",
        job.servers()
            .toVector()
            .map(
                server ->
                    new JobServer(
                        server._1,
                        instances
                            .find(it -> it.server().equals(server._1))
                            .map(LiveInstance::recoveryInstanceId),
                        server._2.name())));
  }

  @Override
  public synchronized Either<Refused, JobView> terminate(DrsScope scope, Vector<String> ids) {
    calls = calls.append(ids);
    return outages.during("terminate", () -> answer(scope, ids));
  }

  private Either<Refused, JobView> answer(DrsScope scope, Vector<String> ids) {
    var named = ids.flatMap(id -> existing(scope).find(it -> it.isNamed(id)));
    if (ids.isEmpty() || named.size() < ids.size()) {
      return Left(new Refused("There is no such instance", Refused.Why.INVALID));
    }
    if (ids.size() > MOST_IN_A_JOB) {
      return Left(new Refused("Too many servers in a job", Refused.Why.QUOTA));
    }
    return named.exists(it -> isBusy(scope, it.server()))
        ? Left(new Refused("A server is in another job", Refused.Why.CONFLICT))
        : Right(started(scope, named));
  }

  private boolean isBusy(DrsScope scope, SourceServerId server) {
    return every(scope)
        .reject(JobView::isCompleted)
        .exists(job -> job.servers().exists(it -> it.server().equals(server)));
  }

  private JobView started(DrsScope scope, Vector<LiveInstance> victims) {
    var id = new JobId("drsjob-%017d".formatted(endings.size() + 1));
    endings = endings.put(id, new Ending(id, scope, victims, "STARTED", "IN_PROGRESS"));
    return endings.get(id).get().view();
  }

  @Override
  public synchronized Vector<LogEvent> log(DrsScope scope, JobId job) {
    return outages.during("log", () -> logs.get(job).getOrElse(Vector.empty()));
  }

  @Override
  public synchronized Map<String, Machine> machines(DrsScope scope, Vector<String> ids) {
    return outages.during(
        "machines",
        () ->
            existing(scope)
                .filter(it -> ids.contains(it.ec2InstanceId()))
                .toLinkedMap(LiveInstance::ec2InstanceId, it -> machine(it.server())));
  }

  private static Machine machine(SourceServerId server) {
    return new Machine(
        Option.some("name-of-" + server),
        Option.some("10.0.0.1"),
        Option.none(),
        Option.some("m5.large"),
        Option.none());
  }

  /** The job ends, and its instances are gone. */
  public synchronized void finish(JobId job) {
    var ending = endings.get(job).get();
    gone = gone.addAll(ending.victims().map(LiveInstance::recoveryInstanceId));
    leave(job);
  }

  /** The job ends, and its instances live, which DRS does not tell. */
  public synchronized void leave(JobId job) {
    endings = endings.put(job, endings.get(job).get().ended("TERMINATED"));
  }

  /** The job ends, and DRS tells that it has failed for every server. */
  public synchronized void failAll(JobId job) {
    endings = endings.put(job, endings.get(job).get().ended("FAILED"));
  }

  /** Somebody terminates the instance in EC2, and DRS forgets it. */
  public synchronized void vanish(String instanceId) {
    gone = gone.add(instanceId);
  }

  /** DRS does not show the jobs any more that launched something. */
  public synchronized void forgetJobs() {
    forgetful = true;
  }

  /** DRS does not tell any more which job launched the instance. */
  public synchronized void forgetOwnerOf(String instanceId) {
    unattributed = unattributed.add(instanceId);
  }

  public synchronized void log(JobId job, LogEvent... events) {
    logs = logs.put(job, Vector.of(events));
  }

  /** What each call asked to terminate, whatever became of it. */
  public synchronized Vector<Vector<String>> terminateCalls() {
    return calls;
  }

  /** Every job that terminates or has terminated instances. */
  public synchronized Vector<JobId> terminations() {
    return endings.keySet().toVector();
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
}
