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
  STALLED(false),
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
