package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** What DRS would have to say about a launch, asked before it (contract 3.3, 7.6). */
public interface LaunchAdmission {

  /** The jobs that have not ended, of every type and whoever started them, all pages. */
  Vector<ActiveJob> activeJobs(DrsScope scope);

  /** How each server replicates; a server that DRS does not know is left out. */
  Map<SourceServerId, Replication> replication(DrsScope scope, Vector<SourceServerId> servers);

  /** A job with the launch status of each server that takes part, in DRS's own words. */
  record ActiveJob(JobId job, String status, String type, Map<SourceServerId, String> servers) {}

  /**
   * The replication of a server.
   *
   * @param state DRS's own word, such as {@code CONTINUOUS}
   * @param lag ISO-8601 duration as DRS tells it
   */
  record Replication(String hostname, String state, Option<String> lag) {}
}
