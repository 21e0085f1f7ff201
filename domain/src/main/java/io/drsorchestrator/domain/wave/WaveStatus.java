package io.drsorchestrator.domain.wave;

/** The status of a wave under its stored name (FR-6.2). */
public enum WaveStatus {
  PENDING,
  POLLING,
  COMPLETED,
  FAILED,
  CANCELLED;

  public boolean isTerminal() {
    return switch (this) {
      case PENDING, POLLING -> false;
      case COMPLETED, FAILED, CANCELLED -> true;
    };
  }
}
