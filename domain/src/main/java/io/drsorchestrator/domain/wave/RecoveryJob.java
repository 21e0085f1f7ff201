package io.drsorchestrator.domain.wave;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * A DRS job as last seen (AC-3A.7). Its status tells whether it still works, never whether it
 * succeeded: a job is COMPLETED even when every server failed.
 *
 * @param status DRS's own word: {@code PENDING}, {@code STARTED}, {@code COMPLETED}
 * @param endedBy when the job's end was first known here
 */
public record RecoveryJob(
    String status,
    int participatingServers,
    int launchedServers,
    Option<Instant> startTime,
    Option<Instant> endTime,
    Option<Instant> endedBy) {

  private static final Set<String> WORDS_OF_DRS = HashSet.of("PENDING", "STARTED", "COMPLETED");

  /** Whether {@code status} is a word of the API as it is known here. */
  public static boolean isKnown(String status) {
    return WORDS_OF_DRS.contains(status);
  }

  public boolean hasEnded() {
    return status.equals("COMPLETED");
  }
}
