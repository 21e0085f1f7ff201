package io.drsorchestrator.local.aws.drs;

import java.time.Instant;

/** The end of an instance: when it begins to shut down and when it is gone. */
public record Termination(Instant start, Instant end) {

  /** None in sight. */
  public static final Termination NONE = new Termination(Forever.NEVER, Forever.NEVER);
}
