package io.drsorchestrator.application.read;

import java.util.Set;

/**
 * Whether an execution seems to have jobs under way in DRS ({@code hasActiveDrsJobs}, contract
 * 3.4): by the words of its waves, those of older systems included. DRS is not asked (D35).
 */
final class ActiveDrsJobs {

  private static final Set<String> WAVE_ACTIVE =
      Set.of(
          "PENDING",
          "INITIATED",
          "STARTED",
          "POLLING",
          "IN_PROGRESS",
          "LAUNCHING",
          "CONVERTING",
          "RUNNING");

  private ActiveDrsJobs() {}

  static boolean in(StoredFields execution) {
    return execution
        .maps("waves")
        .exists(wave -> wave.text("status").exists(WAVE_ACTIVE::contains));
  }
}
