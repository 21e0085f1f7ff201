package io.drsorchestrator.application.create;

/** Something that does not stop a start, and holds the recovery up or makes it worse. */
public record Slowdown(Kind kind, String message) {

  /** What it is about. */
  public enum Kind {
    /** The data that comes up is older than it should be. */
    REPLICATION_LAGS,
    /** DRS is copying, or paused: the server comes up from its last recovery point. */
    REPLICATION_NOT_CONTINUOUS,
    /** An instance of an earlier recovery is replaced. */
    LIVE_RECOVERY_INSTANCE,
    /** DRS launches no server that is in another job: the wave waits for its end. */
    SERVER_IN_ANOTHER_JOB,
    /** The quota of DRS jobs is nearly reached: another job before the launch, and a wave waits. */
    JOBS_NEARLY_FULL,
    /** So is the quota of servers in all jobs. */
    SERVERS_IN_JOBS_NEARLY_FULL,
    /** DRS and EC2 are asked for, and given, launch settings before the wave is launched. */
    LAUNCH_SETTINGS,
    /** An earlier execution of the plan is being cancelled. */
    PLAN_IS_BEING_CANCELLED,
    /** The plan uses much of what DynamoDB or Step Functions allow one execution. */
    LARGE_PLAN
  }
}
