package io.drsorchestrator.local.aws.drs;

import io.drsorchestrator.local.aws.api.AwsLocation;
import java.time.Instant;
import java.util.Map;

/**
 * An instance that a launch job creates, with its whole life.
 *
 * @param template what it was launched by
 * @param bornAt when EC2 makes it
 * @param namedInDrsAt when DRS starts to show its id
 * @param seenInEc2At when EC2 starts to show it
 * @param stoppedAt when it is stopped, if the launch configuration wants that
 */
public record RecoveryInstance(
    String id,
    AwsLocation location,
    SourceServer server,
    String jobId,
    boolean drill,
    String privateIp,
    ServerTemplate template,
    Map<String, String> tags,
    Instant snapshotTakenAt,
    Instant bornAt,
    Instant runningAt,
    Instant stoppedAt,
    Instant namedInDrsAt,
    Instant seenInEc2At,
    Termination termination) {

  /** The state at {@code now}, which is after its birth. */
  public InstanceState stateAt(Instant now) {
    if (Forever.reached(termination.end(), now)) {
      return InstanceState.TERMINATED;
    }
    if (Forever.reached(termination.start(), now)) {
      return InstanceState.SHUTTING_DOWN;
    }
    if (Forever.reached(stoppedAt, now)) {
      return InstanceState.STOPPED;
    }
    return Forever.reached(runningAt, now) ? InstanceState.RUNNING : InstanceState.PENDING;
  }

  /** When it was gone, or a time that never comes. */
  public Instant terminatedAt() {
    return termination.end();
  }

  boolean namedAt(Instant now) {
    return Forever.reached(namedInDrsAt, now);
  }

  boolean existsAt(Instant now) {
    return namedAt(now) && !Forever.reached(termination.end(), now);
  }

  boolean unending() {
    return termination.equals(Termination.NONE);
  }

  String arn() {
    return location.arn("drs", "recovery-instance/" + id);
  }

  RecoveryInstance terminated(Termination how) {
    return new RecoveryInstance(
        id,
        location,
        server,
        jobId,
        drill,
        privateIp,
        template,
        tags,
        snapshotTakenAt,
        bornAt,
        runningAt,
        stoppedAt,
        namedInDrsAt,
        seenInEc2At,
        how);
  }
}
