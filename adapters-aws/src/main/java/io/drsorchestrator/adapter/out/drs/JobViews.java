package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.application.port.RecoveryInstances.JobServer;
import io.drsorchestrator.application.port.RecoveryInstances.JobView;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import software.amazon.awssdk.services.drs.model.Job;
import software.amazon.awssdk.services.drs.model.ParticipatingServer;

/** A job of any type in DRS's own words, also those that the SDK does not know. */
final class JobViews {

  private JobViews() {}

  static Option<JobView> of(Job job) {
    return AwsText.present(job.jobID())
        .map(
            id ->
                new JobView(
                    new JobId(id),
                    AwsText.present(job.typeAsString()).getOrElse("UNKNOWN"),
                    AwsText.present(job.statusAsString()).getOrElse("UNKNOWN"),
                    Vector.ofAll(job.participatingServers()).flatMap(JobViews::server)));
  }

  private static Option<JobServer> server(ParticipatingServer server) {
    return AwsText.present(server.sourceServerID())
        .map(
            id ->
                new JobServer(
                    new SourceServerId(id),
                    AwsText.present(server.recoveryInstanceID()),
                    AwsText.present(server.launchStatusAsString()).getOrElse("UNKNOWN")));
  }
}
