package io.drsorchestrator.local.aws.drs;

/** The stages through which a server goes in a launch job, in order. */
public enum Stage {
  SNAPSHOT("SNAPSHOT_FAIL"),
  CONVERSION("CONVERSION_FAIL"),
  LAUNCH("LAUNCH_FAILED");

  private final String failureEvent;

  Stage(String failureEvent) {
    this.failureEvent = failureEvent;
  }

  String failureEvent() {
    return failureEvent;
  }
}
