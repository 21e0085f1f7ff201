package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.application.port.LaunchAdmission.ActiveJob;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Vector;
import software.amazon.awssdk.services.drs.model.Job;

/** A job that has not ended, in DRS's own words. */
final class ActiveJobs {

  private static final String UNKNOWN = "UNKNOWN";

  private ActiveJobs() {}

  static ActiveJob of(Job job) {
    return new ActiveJob(
        new JobId(AwsText.present(job.jobID()).getOrElse(UNKNOWN)),
        AwsText.present(job.statusAsString()).getOrElse(UNKNOWN),
        AwsText.present(job.typeAsString()).getOrElse(UNKNOWN),
        Vector.ofAll(job.participatingServers())
            .filter(server -> AwsText.present(server.sourceServerID()).isDefined())
            .toLinkedMap(
                server -> new SourceServerId(server.sourceServerID()),
                server -> AwsText.present(server.launchStatusAsString()).getOrElse(UNKNOWN)));
  }
}
