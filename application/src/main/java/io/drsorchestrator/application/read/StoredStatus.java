package io.drsorchestrator.application.read;

import java.util.Set;

/** The status of an execution as it is stored, in whichever system's words (contract 2.8). */
public record StoredStatus(String word) {

  private static final Set<String> COMPLETED = Set.of("COMPLETED", "COMPLETED_WITH_WARNINGS");
  private static final Set<String> ENDED_OTHERWISE =
      Set.of(
          "PARTIAL",
          "FAILED",
          "CANCELLED",
          "TIMEOUT",
          "TERMINATED",
          "SUCCEEDED",
          "TIMED_OUT",
          "ABORTED");

  public static StoredStatus of(StoredFields execution) {
    return new StoredStatus(execution.text("status").getOrElse(""));
  }

  /** One set for every reader (D14). A word that nobody knows is no end. */
  public boolean isTerminal() {
    return isCompleted() || ENDED_OTHERWISE.contains(word);
  }

  public boolean isCompleted() {
    return COMPLETED.contains(word);
  }
}
