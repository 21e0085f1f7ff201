package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.application.port.RecoveryJobs.JobReport;
import io.drsorchestrator.application.port.RecoveryJobs.JobServer;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobObservation.JobState;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import software.amazon.awssdk.services.drs.model.Job;
import software.amazon.awssdk.services.drs.model.ParticipatingServer;

/** A job in our terms; words that the SDK does not know are kept as DRS wrote them. */
final class JobReports {

  private JobReports() {}

  static JobReport of(Job job) {
    return new JobReport(
        new JobState(
            AwsText.present(job.statusAsString()).getOrElse("UNKNOWN"),
            DrsTime.parse(job.creationDateTime()),
            DrsTime.parse(job.endDateTime())),
        servers(job));
  }

  /** A server whose status is left out is not told of: PENDING would be a guess. */
  private static Map<SourceServerId, JobServer> servers(Job job) {
    return Vector.ofAll(job.participatingServers())
        .filter(server -> AwsText.present(server.sourceServerID()).isDefined())
        .filter(server -> AwsText.present(server.launchStatusAsString()).isDefined())
        .toLinkedMap(server -> new SourceServerId(server.sourceServerID()), JobReports::server);
  }

  private static JobServer server(ParticipatingServer server) {
    return new JobServer(
        new LaunchStatus(server.launchStatusAsString()),
        AwsText.present(server.recoveryInstanceID()));
  }
}
