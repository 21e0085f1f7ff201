package io.drsorchestrator.application.poll;

import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.PollCalls;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.RecoveryJobs.JobReport;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.application.port.RecoveryServers.Recovered;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.server.SourceMachine;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.RunningWave;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * One look at a wave's job and servers (US-3A), in two rounds of calls that are made at the same
 * time. The job itself must be seen; everything else only enriches, and is left out, with a
 * warning, when AWS does not answer: what is known already stays known.
 */
final class WaveObserver {

  private final RecoveryJobs jobs;
  private final RecoveryServers servers;
  private final PollCalls calls;

  WaveObserver(RecoveryJobs jobs, RecoveryServers servers, PollCalls calls) {
    this.jobs = jobs;
    this.servers = servers;
    this.calls = calls;
  }

  /** Throws {@link AwsUnavailableException} if DRS does not tell about the job. */
  JobObservation observe(DrsScope scope, RunningWave wave) {
    var round = calls.both(() -> jobs.describe(scope, wave.jobId()), () -> sources(scope, wave));
    return round
        ._1
        .map(report -> enriched(scope, wave, report, round._2))
        .getOrElse(() -> unknown(wave));
  }

  private static JobObservation unknown(RunningWave wave) {
    return new JobObservation(Option.none(), HashMap.empty(), Vector.of(Warnings.jobUnknown(wave)));
  }

  private JobObservation enriched(
      DrsScope scope,
      RunningWave wave,
      JobReport report,
      Told<SourceServerId, SourceMachine> sources) {
    var ids = knownIds(wave, report);
    var round =
        calls.all(
            () -> recovered(scope, wave, report),
            () -> reasons(scope, wave, report),
            () -> instances(scope, ids.values().toVector()));
    var late = round._1.facts().mapValues(Recovered::instanceId).removeAll(ids.keySet());
    var instances = round._3.and(instances(scope, late.values().toVector()));
    return new Enrichment(wave, ids.merge(late), sources, round._1, round._2, instances).of(report);
  }

  /** From the job, or else from an earlier look. */
  private static Map<SourceServerId, String> knownIds(RunningWave wave, JobReport report) {
    var earlier = wave.servers().toMap(Server::id, Server::instanceId);
    return report
        .servers()
        .mapValues(RecoveryJobs.JobServer::instanceId)
        .merge(earlier, Option::orElse)
        .filterValues(Option::isDefined)
        .mapValues(Option::get);
  }

  /** Once a wave: a name does not change during a launch. */
  private Told<SourceServerId, SourceMachine> sources(DrsScope scope, RunningWave wave) {
    var unnamed = wave.servers().filter(s -> s.source().name().isEmpty()).map(Server::id);
    return Told.about(unnamed, "No names of source servers", ids -> servers.sources(scope, ids));
  }

  private Told<SourceServerId, Recovered> recovered(
      DrsScope scope, RunningWave wave, JobReport report) {
    var launched =
        report.servers().filterValues(s -> s.launchStatus().isLaunched()).keySet().toVector();
    return Told.about(
        launched,
        "No recovery instances from DRS",
        ids -> servers.recovered(scope, wave.jobId(), ids));
  }

  private Told<String, RecoveryInstance> instances(DrsScope scope, Vector<String> ids) {
    return Told.about(ids, "No instance details", some -> servers.instances(scope, some));
  }

  private Told<SourceServerId, String> reasons(DrsScope scope, RunningWave wave, JobReport report) {
    var explained = wave.servers().filter(s -> s.error().isDefined()).map(Server::id).toSet();
    var failed =
        report
            .servers()
            .filterValues(s -> s.launchStatus().equals(LaunchStatus.FAILED))
            .keySet()
            .toVector()
            .reject(explained::contains);
    return Told.about(
        failed, "No reasons of failures", ids -> jobs.failureReasons(scope, wave.jobId()));
  }
}
