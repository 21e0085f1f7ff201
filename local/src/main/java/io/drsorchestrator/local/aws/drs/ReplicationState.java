package io.drsorchestrator.local.aws.drs;

/** The state of a source server's data replication. */
public enum ReplicationState {
  STOPPED(false),
  INITIATING(false),
  INITIAL_SYNC(false),
  BACKLOG(true),
  CREATING_SNAPSHOT(true),
  CONTINUOUS(true),
  PAUSED(true),
  RESCAN(true),
  /** It is recovered from its last recovery point. */
  STALLED(true),
  DISCONNECTED(false);

  private final boolean recoverable;

  ReplicationState(boolean recoverable) {
    this.recoverable = recoverable;
  }

  /** Whether DRS starts a recovery in this state. */
  public boolean recoverable() {
    return recoverable;
  }
}
