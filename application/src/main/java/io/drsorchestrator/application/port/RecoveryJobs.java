package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.JobObservation.JobState;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.Tuple;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** The launch jobs of DRS. */
public interface RecoveryJobs {

  /** Calls StartRecovery once. It is not idempotent: the caller holds the wave's claim. */
  LaunchResult start(DrsScope scope, Launch launch);

  /** The job that carries the tags of {@code wave} and was created after {@code since}. */
  Option<JobId> findLaunched(DrsScope scope, ExecutionKey key, WaveNumber wave, Instant since);

  /** The job as it is now; absent if DRS does not know it. */
  Option<JobReport> describe(DrsScope scope, JobId job);

  /** The jobs that DRS knows of those that are asked for. */
  default Map<JobId, JobReport> describeAll(DrsScope scope, Vector<JobId> jobs) {
    return jobs.distinct()
        .flatMap(job -> describe(scope, job).map(report -> Tuple.of(job, report)))
        .toMap(found -> found);
  }

  /** Why servers of a job failed, from its log. */
  Map<SourceServerId, String> failureReasons(DrsScope scope, JobId job);

  /** What StartRecovery is asked for. */
  record Launch(
      ExecutionKey key, WaveNumber wave, ExecutionType type, Vector<SourceServerId> serverIds) {}

  /** A job and its participating servers. */
  record JobReport(JobState state, Map<SourceServerId, JobServer> servers) {}

  /** A participating server of a job. */
  record JobServer(LaunchStatus launchStatus, Option<String> instanceId) {}

  /** What became of one StartRecovery call; an unknown outcome is an exception. */
  sealed interface LaunchResult {

    record Started(JobId job) implements LaunchResult {}

    /** DRS did not start anything and may do so later: a quota is full, or it throttles. */
    record Postponed(String reason, Duration retryAfter) implements LaunchResult {}

    /** A server is in a job already: perhaps in ours, from a call whose answer was lost. */
    record ServersBusy(String reason) implements LaunchResult {}

    /** DRS will never start this. */
    record Rejected(String reason) implements LaunchResult {}
  }
}
