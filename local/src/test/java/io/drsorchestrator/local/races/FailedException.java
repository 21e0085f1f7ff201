package io.drsorchestrator.local.races;

/** A request that was not answered. */
final class FailedException extends RuntimeException {

  private final boolean isFinal;

  FailedException(Throwable cause, boolean isFinal) {
    super(cause);
    this.isFinal = isFinal;
  }

  /** No retry can mend it. */
  boolean isFinal() {
    return isFinal;
  }
}
