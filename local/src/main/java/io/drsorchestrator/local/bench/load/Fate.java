package io.drsorchestrator.local.bench.load;

import java.util.Optional;

/** What shall become of an execution of the load, and what an operator has to do for that. */
enum Fate {
  COMPLETES("COMPLETED"),
  COMPLETES_AFTER_GATE("COMPLETED"),
  FAILS("FAILED"),
  CANCELLED_UNDER_WAY("CANCELLED"),
  CANCELLED_AT_GATE("CANCELLED");

  /** The wave that has the gate, the server that fails, or that is cancelled. */
  static final int WAVE = 1;

  private static final Fate[] TENTH = {
    COMPLETES,
    COMPLETES,
    COMPLETES_AFTER_GATE,
    COMPLETES,
    FAILS,
    COMPLETES,
    CANCELLED_UNDER_WAY,
    COMPLETES_AFTER_GATE,
    COMPLETES,
    CANCELLED_AT_GATE
  };

  private final String outcome;

  Fate(String outcome) {
    this.outcome = outcome;
  }

  /** Half of ten completes undisturbed. */
  static Fate of(int number) {
    return TENTH[number % TENTH.length];
  }

  String outcome() {
    return outcome;
  }

  boolean hasGate() {
    return this == COMPLETES_AFTER_GATE || this == CANCELLED_AT_GATE;
  }

  /** The command that is due now. */
  Optional<String> due(SeenExecution seen) {
    return switch (this) {
      case COMPLETES, FAILS -> Optional.empty();
      case COMPLETES_AFTER_GATE -> at(seen.status().equals("PAUSED"), "resume");
      case CANCELLED_AT_GATE -> at(seen.status().equals("PAUSED"), "cancel");
      case CANCELLED_UNDER_WAY -> at(seen.isLaunched(WAVE), "cancel");
    };
  }

  private static Optional<String> at(boolean now, String command) {
    return now ? Optional.of(command) : Optional.empty();
  }
}
