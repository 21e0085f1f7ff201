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

  /** The recovery instance of each server that has one which is neither gone nor going. */
  Map<SourceServerId, String> liveInstances(DrsScope scope, Vector<SourceServerId> servers);

  /**
   * A job with the launch status of each server that takes part, in DRS's own words.
   *
   * @param servers empty for the first moments of a job
   */
  record ActiveJob(JobId job, String status, String type, Map<SourceServerId, String> servers) {

    public boolean isLaunch() {
      return type.equals("LAUNCH");
    }
  }

  /**
   * The replication of a server.
   *
   * @param state DRS's own word, such as {@code CONTINUOUS}
   * @param lag ISO-8601 duration as DRS tells it
   * @param lastLaunch the newest job that launched it: known before the job names its servers
   * @param lastSeen when DRS last heard of it, ISO-8601 as DRS tells it
   */
  record Replication(
      String hostname,
      String state,
      Option<String> lag,
      Option<JobId> lastLaunch,
      Option<String> lastSeen) {

    /** A server of which nobody says when it was last heard of. */
    public Replication(
        String hostname, String state, Option<String> lag, Option<JobId> lastLaunch) {
      this(hostname, state, lag, lastLaunch, Option.none());
    }
  }
}
