package io.drsorchestrator.local.races;

import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.JobObservation.JobState;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** DRS by a script: a job moves on with every look at it, wherever the look comes from. */
final class ScriptedDrs implements RecoveryJobs {

  /** One job. */
  private static final class Job {
    final JobId id;
    final Launch launch;
    final Instant created;
    int looks;

    Job(JobId id, Launch launch, Instant created) {
      this.id = id;
      this.launch = launch;
      this.created = created;
    }
  }

  private final Schedule schedule;
  private final History history;
  private final int looksNeeded;
  private final int failingWave;
  private final boolean refusesBusyServers;
  private final boolean searchable;
  private final List<Job> jobs = new ArrayList<>();

  ScriptedDrs(
      Schedule schedule,
      History history,
      int looksNeeded,
      int failingWave,
      boolean refusesBusyServers,
      boolean searchable) {
    this.schedule = schedule;
    this.history = history;
    this.looksNeeded = looksNeeded;
    this.failingWave = failingWave;
    this.refusesBusyServers = refusesBusyServers;
    this.searchable = searchable;
  }

  @Override
  public LaunchResult start(DrsScope scope, Launch launch) {
    return schedule.call("StartRecovery " + launch.wave(), () -> started(launch));
  }

  private LaunchResult started(Launch launch) {
    if (schedule.happens(60)) {
      return new LaunchResult.Postponed("20 jobs", Duration.ofSeconds(20));
    }
    if (schedule.happens(20)) {
      throw unavailable();
    }
    if (refusesBusyServers && jobs.stream().anyMatch(job -> !isOver(job))) {
      return new LaunchResult.ServersBusy("a server is in a job");
    }
    var job = new Job(new JobId("drsjob-" + jobs.size()), launch, schedule.instant());
    jobs.add(job);
    history.launches.add(
        new History.Launch(
            schedule.steps(),
            schedule.current().previousCall,
            launch.wave().value(),
            job.id.value()));
    if (schedule.happens(80)) {
      throw unavailable();
    }
    return new LaunchResult.Started(job.id);
  }

  private static AwsUnavailableException unavailable() {
    return new AwsUnavailableException("no answer", new IllegalStateException("timed out"));
  }

  private boolean isOver(Job job) {
    return job.looks >= looksNeeded;
  }

  @Override
  public Option<JobId> findLaunched(
      DrsScope scope, ExecutionKey key, WaveNumber wave, Instant since) {
    return schedule.call(
        "searches jobs",
        () ->
            Vector.ofAll(jobs)
                .find(
                    job ->
                        searchable
                            && job.launch.key().equals(key)
                            && job.launch.wave().equals(wave)
                            && job.created.isAfter(since))
                .map(job -> job.id));
  }

  @Override
  public Option<JobReport> describe(DrsScope scope, JobId id) {
    var report = schedule.call("DescribeJobs", () -> look(id));
    for (int i = 0; schedule.current().delayed && i < 12; i++) {
      schedule.step("waits for DRS");
    }
    return report;
  }

  private Option<JobReport> look(JobId id) {
    if (schedule.happens(30)) {
      throw unavailable();
    }
    return Vector.ofAll(jobs).find(job -> job.id.equals(id)).map(this::report);
  }

  private JobReport report(Job job) {
    job.looks++;
    var servers = job.launch.serverIds().zipWithIndex();
    return new JobReport(
        new JobState(
            isOver(job) ? "COMPLETED" : job.looks == 1 ? "PENDING" : "STARTED",
            Option.some(job.created),
            Option.none()),
        HashMap.ofEntries(servers.map(s -> s.map2(index -> server(job, s._1, index)))));
  }

  private JobServer server(Job job, SourceServerId id, int index) {
    boolean decided = isOver(job) || (job.looks > 2 && index == 0);
    if (!decided) {
      return new JobServer(
          job.looks == 1 ? LaunchStatus.PENDING : LaunchStatus.IN_PROGRESS, Option.none());
    }
    return index == 0 && job.launch.wave().value() == failingWave
        ? new JobServer(LaunchStatus.FAILED, Option.none())
        : new JobServer(LaunchStatus.LAUNCHED, Option.some("i-" + id.value()));
  }

  @Override
  public Map<SourceServerId, String> failureReasons(DrsScope scope, JobId id) {
    return Vector.ofAll(jobs)
        .filter(job -> job.id.equals(id))
        .flatMap(job -> job.launch.serverIds())
        .toMap(server -> server, server -> "conversion failed");
  }
}
