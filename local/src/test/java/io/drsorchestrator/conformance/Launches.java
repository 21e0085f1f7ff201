package io.drsorchestrator.conformance;

import java.util.Collection;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.drs.model.InitiatedBy;
import software.amazon.awssdk.services.drs.model.Job;
import software.amazon.awssdk.services.drs.model.ParticipatingServer;

/** What DRS itself knows of launches. */
record Launches(DrsClient drs) implements AutoCloseable {

  /** How many jobs DRS has had so far that launch one of {@code servers}. */
  long count(Collection<String> servers) {
    return drs.describeJobsPaginator(r -> {}).items().stream()
        .filter(job -> launches(job, servers))
        .count();
  }

  private static boolean launches(Job job, Collection<String> servers) {
    return (job.initiatedBy() == InitiatedBy.START_DRILL
            || job.initiatedBy() == InitiatedBy.START_RECOVERY)
        && job.participatingServers().stream()
            .map(ParticipatingServer::sourceServerID)
            .anyMatch(servers::contains);
  }

  @Override
  public void close() {
    drs.close();
  }
}
