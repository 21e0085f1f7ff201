package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** The recovery instances that DRS knows, and their termination. */
public interface RecoveryInstances {

  /** DescribeRecoveryInstances by source server, all pages; never asked for no server. */
  Vector<LiveInstance> of(DrsScope scope, Vector<SourceServerId> servers);

  /** TerminateRecoveryInstances, once, of at most 100 instances (AWS quota L-B827C881). */
  Either<Refused, JobId> terminate(DrsScope scope, Vector<String> recoveryInstanceIds);

  /**
   * A recovery instance.
   *
   * @param job that launched it, as far as DRS tells
   * @param state DRS's own word, such as {@code RUNNING} or {@code SHUTTING-DOWN}
   */
  record LiveInstance(
      String recoveryInstanceId,
      String ec2InstanceId,
      SourceServerId server,
      Option<JobId> job,
      String state,
      boolean isDrill) {}

  /**
   * DRS terminates nothing.
   *
   * @param isConflict whether an instance is terminated or being processed already
   */
  record Refused(String reason, boolean isConflict) {}
}
