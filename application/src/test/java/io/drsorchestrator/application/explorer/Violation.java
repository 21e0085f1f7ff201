package io.drsorchestrator.application.explorer;

/** A promise of the design that is broken. */
record Violation(String invariant, String text) {

  @Override
  public String toString() {
    return invariant + ": " + text;
  }
}
