package io.drsorchestrator.local.simulate.scenario;

/** The status of an execution as it is stored, or that there is none yet. */
public enum State {
  NONE,
  PENDING,
  POLLING,
  PAUSED,
  CANCELLING,
  COMPLETED,
  FAILED,
  CANCELLED;

  /** Whether nothing more is due. */
  public boolean isEnd() {
    return compareTo(COMPLETED) >= 0;
  }
}
