package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.JobObservation.JobState;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** DRS as {@code jobs} at {@code now}: StartRecovery is not idempotent. */
final class ModelDrs implements RecoveryJobs {

  private Vector<Job> jobs = Vector.empty();
  private Instant now = Instant.EPOCH;

  void become(Vector<Job> known, Instant moment) {
    jobs = known;
    now = moment;
  }

  Vector<Job> jobs() {
    return jobs;
  }

  @Override
  public LaunchResult start(DrsScope scope, Launch launch) {
    var servers = launch.serverIds().map(SourceServerId::value);
    if (jobs.exists(job -> job.isActive() && job.servers().exists(servers::contains))) {
      return new LaunchResult.ServersBusy("A server is in another job");
    }
    int wave = launch.wave().value();
    var id = "drsjob-%d-%d".formatted(wave, jobs.count(job -> job.wave() == wave) + 1);
    jobs = jobs.append(Job.start(id, wave, servers, now));
    return new LaunchResult.Started(new JobId(id));
  }

  @Override
  public Option<JobId> findLaunched(
      DrsScope scope, ExecutionKey key, WaveNumber wave, Instant since) {
    return jobs.find(job -> job.wave() == wave.value() && !job.createdAt().isBefore(since))
        .map(job -> new JobId(job.id()));
  }

  @Override
  public Option<JobReport> describe(DrsScope scope, JobId id) {
    return jobs.find(job -> job.id().equals(id.value()) && job.isKnown()).map(ModelDrs::report);
  }

  private static JobReport report(Job job) {
    var state =
        new JobState(
            job.isActive() ? "STARTED" : "COMPLETED",
            Option.some(job.createdAt()),
            Option.when(!job.isActive(), job::endedAt));
    Map<SourceServerId, JobServer> servers = LinkedHashMap.empty();
    for (var server : job.servers().zip(job.words())) {
      servers = servers.put(new SourceServerId(server._1), server(server._1, server._2));
    }
    return new JobReport(state, servers);
  }

  private static JobServer server(String id, String word) {
    return new JobServer(
        new LaunchStatus(word), Option.when(word.equals("LAUNCHED"), () -> "i-of-" + id));
  }

  @Override
  public Map<SourceServerId, String> failureReasons(DrsScope scope, JobId job) {
    return HashMap.empty();
  }

  /** Of a server that has one: no call but that of a poll, which has been told so. */
  static <V> Map<SourceServerId, V> each(
      Vector<SourceServerId> ids, java.util.function.Function<SourceServerId, V> fact) {
    return LinkedHashMap.ofEntries(ids.map(id -> Tuple.of(id, fact.apply(id))));
  }
}
