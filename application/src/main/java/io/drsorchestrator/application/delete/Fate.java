package io.drsorchestrator.application.delete;

/** What became of an execution that was to be deleted. */
public sealed interface Fate {

  String executionId();

  /** It is gone. */
  record Deleted(String executionId) implements Fate {}

  /** There was none. */
  record NotFound(String executionId) implements Fate {}

  /** It was kept: it has not ended. */
  record StillActive(String executionId, String status) implements Fate {}

  /** It was kept: DRS still works for it, or did not say that it does not. */
  record JobsActive(String executionId, String status) implements Fate {}

  /** It could not be deleted; nobody knows whether it is gone. */
  record Failed(String executionId, String error) implements Fate {

    static Failed late(String executionId) {
      return new Failed(executionId, "There was no time left for it: ask again");
    }
  }
}
