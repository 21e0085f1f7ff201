package io.drsorchestrator.local.simulate.judge;

/** A promise that was broken. */
public record Violation(String invariant, String what) {

  @Override
  public String toString() {
    return invariant + ": " + what;
  }
}
