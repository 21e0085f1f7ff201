package io.drsorchestrator.application.explorer;

/** A promise of the design that is broken. */
record Violation(String invariant, String text) {

  static final String LIVENESS = "LIVENESS";
  static final String OUTCOME = "OUTCOME";

  /** Whether nothing that happens is wrong, but what never does. */
  boolean isOfLiveness() {
    return invariant.equals(LIVENESS) || invariant.equals(OUTCOME);
  }

  @Override
  public String toString() {
    return invariant + ": " + text;
  }
}
