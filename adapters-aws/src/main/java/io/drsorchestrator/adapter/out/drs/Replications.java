package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.application.port.LaunchAdmission.Replication;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.control.Option;
import software.amazon.awssdk.services.drs.model.DataReplicationInfo;
import software.amazon.awssdk.services.drs.model.IdentificationHints;
import software.amazon.awssdk.services.drs.model.LifeCycle;
import software.amazon.awssdk.services.drs.model.LifeCycleLastLaunch;
import software.amazon.awssdk.services.drs.model.LifeCycleLastLaunchInitiated;
import software.amazon.awssdk.services.drs.model.SourceProperties;
import software.amazon.awssdk.services.drs.model.SourceServer;

/** How a source server replicates, in DRS's own words. */
final class Replications {

  private Replications() {}

  static Replication of(SourceServer server) {
    var replication = Option.of(server.dataReplicationInfo());
    return new Replication(
        hostname(server).orElse(AwsText.present(server.tags().get("Name"))).getOrElse(""),
        replication
            .flatMap(info -> AwsText.present(info.dataReplicationStateAsString()))
            .getOrElse("UNKNOWN"),
        replication.map(DataReplicationInfo::lagDuration).flatMap(AwsText::present),
        lastLaunch(server),
        Option.of(server.lifeCycle())
            .map(LifeCycle::lastSeenByServiceDateTime)
            .flatMap(AwsText::present));
  }

  private static Option<String> hostname(SourceServer server) {
    return Option.of(server.sourceProperties())
        .flatMap(Replications::hints)
        .map(IdentificationHints::hostname)
        .flatMap(AwsText::present);
  }

  private static Option<IdentificationHints> hints(SourceProperties properties) {
    return Option.of(properties.identificationHints());
  }

  private static Option<JobId> lastLaunch(SourceServer server) {
    return Option.of(server.lifeCycle())
        .flatMap(Replications::launch)
        .flatMap(launch -> Option.of(launch.initiated()))
        .map(LifeCycleLastLaunchInitiated::jobID)
        .flatMap(AwsText::present)
        .map(JobId::new);
  }

  private static Option<LifeCycleLastLaunch> launch(LifeCycle life) {
    return Option.of(life.lastLaunch());
  }
}
