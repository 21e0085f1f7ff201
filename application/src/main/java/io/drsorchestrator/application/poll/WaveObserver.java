package io.drsorchestrator.application.poll;

import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.RecoveryJobs.JobReport;
import io.drsorchestrator.application.port.RecoveryJobs.JobServer;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.server.ServerObservation;
import io.drsorchestrator.domain.server.SourceMachine;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.RunningWave;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Supplier;

/**
 * One look at a wave's job and servers (US-3A). The job itself must be seen; everything else only
 * enriches, and is left out when AWS does not answer: what is known already stays known.
 */
final class WaveObserver {

  private final RecoveryJobs jobs;
  private final RecoveryServers servers;

  WaveObserver(RecoveryJobs jobs, RecoveryServers servers) {
    this.jobs = jobs;
    this.servers = servers;
  }

  /** Throws {@link AwsUnavailableException} if DRS does not tell about the job. */
  JobObservation observe(DrsScope scope, RunningWave wave) {
    return jobs.describe(scope, wave.jobId())
        .map(report -> enriched(scope, wave, report))
        .getOrElse(() -> new JobObservation(Option.none(), HashMap.empty()));
  }

  private JobObservation enriched(DrsScope scope, RunningWave wave, JobReport report) {
    var ids = instanceIds(scope, wave, report);
    var sources = sources(scope, wave);
    var instances = instances(scope, ids.values().toVector());
    var errors = errors(scope, wave, report);
    var seen =
        report
            .servers()
            .map(
                (id, server) ->
                    io.vavr.API.Tuple(
                        id,
                        new ServerObservation(
                            server.launchStatus(),
                            ids.get(id),
                            sources.getOrElse(id, SourceMachine.UNKNOWN),
                            ids.get(id).flatMap(instances::get).getOrElse(RecoveryInstance.UNKNOWN),
                            errors.get(id))));
    return new JobObservation(Option.some(report.state()), seen);
  }

  /** From the job; DRS is asked for launched servers of which the job does not tell the id. */
  private Map<SourceServerId, String> instanceIds(
      DrsScope scope, RunningWave wave, JobReport report) {
    Map<SourceServerId, String> told =
        report
            .servers()
            .filterValues(s -> s.instanceId().isDefined())
            .mapValues(s -> s.instanceId().get());
    var known =
        wave.servers()
            .filter(s -> s.instanceId().isDefined())
            .toMap(Server::id, s -> s.instanceId().get());
    var missing =
        report
            .servers()
            .filterValues(WaveObserver::isLaunched)
            .keySet()
            .toVector()
            .reject(told::containsKey);
    return told.merge(known).merge(ask(missing, ids -> servers.instanceIds(scope, ids)));
  }

  private static boolean isLaunched(JobServer server) {
    return server.launchStatus().isLaunched();
  }

  private Map<SourceServerId, SourceMachine> sources(DrsScope scope, RunningWave wave) {
    var unnamed = wave.servers().filter(s -> s.source().name().isEmpty()).map(Server::id);
    return ask(unnamed, ids -> servers.sources(scope, ids));
  }

  private Map<String, RecoveryInstance> instances(DrsScope scope, Vector<String> ids) {
    return ask(ids, some -> servers.instances(scope, some));
  }

  private Map<SourceServerId, String> errors(DrsScope scope, RunningWave wave, JobReport report) {
    var explained = wave.servers().filter(s -> s.error().isDefined()).map(Server::id).toSet();
    var failed =
        report
            .servers()
            .filterValues(s -> s.launchStatus().equals(LaunchStatus.FAILED))
            .keySet()
            .toVector()
            .reject(explained::contains);
    return ask(failed, ids -> jobs.failureReasons(scope, wave.jobId()));
  }

  /** An empty id list would mean "everything" to AWS, so it is never asked for. */
  private static <I, K, V> Map<K, V> ask(
      Vector<I> ids, io.vavr.Function1<Vector<I>, Map<K, V>> question) {
    return ids.isEmpty() ? HashMap.empty() : orNothing(() -> question.apply(ids));
  }

  private static <K, V> Map<K, V> orNothing(Supplier<Map<K, V>> question) {
    try {
      return question.get();
    } catch (AwsUnavailableException | AwsRefusedException e) {
      return HashMap.empty();
    }
  }
}
