package io.drsorchestrator.application.poll;

import io.drsorchestrator.application.port.RecoveryJobs.JobReport;
import io.drsorchestrator.application.port.RecoveryJobs.JobServer;
import io.drsorchestrator.application.port.RecoveryServers.Recovered;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.server.ServerObservation;
import io.drsorchestrator.domain.server.SourceMachine;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.RunningWave;
import io.vavr.Tuple;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** The answers of one look, put together server by server. */
record Enrichment(
    RunningWave wave,
    Map<SourceServerId, String> instanceIds,
    Told<SourceServerId, SourceMachine> sources,
    Told<SourceServerId, Recovered> recovered,
    Told<SourceServerId, String> reasons,
    Told<String, RecoveryInstance> instances) {

  JobObservation of(JobReport report) {
    var known = wave.servers().toMap(Server::id, Server::instance);
    var seen =
        report.servers().map((id, server) -> Tuple.of(id, server(id, server, known.get(id))));
    return new JobObservation(Option.some(report.state()), seen, warnings(report));
  }

  private ServerObservation server(
      SourceServerId id, JobServer server, Option<RecoveryInstance> known) {
    return new ServerObservation(
        server.launchStatus(),
        instanceIds.get(id),
        sources.get(id).getOrElse(SourceMachine.UNKNOWN),
        instance(id, known.getOrElse(RecoveryInstance.UNKNOWN)),
        reasons.get(id));
  }

  /** EC2 knows best. What DRS tells fills gaps only, but its state is newer than a stored one. */
  private RecoveryInstance instance(SourceServerId id, RecoveryInstance known) {
    var ofDrs = recovered.get(id).map(Recovered::instance).getOrElse(RecoveryInstance.UNKNOWN);
    var ofEc2 = instanceIds.get(id).flatMap(instances::get).getOrElse(RecoveryInstance.UNKNOWN);
    return ofDrs.join(known.lasting()).join(ofEc2);
  }

  private Vector<String> warnings(JobReport report) {
    return Warnings.about(wave, report)
        .appendAll(sources.warning())
        .appendAll(recovered.warning())
        .appendAll(reasons.warning())
        .appendAll(instances.warning());
  }
}
