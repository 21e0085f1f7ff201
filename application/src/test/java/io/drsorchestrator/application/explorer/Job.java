package io.drsorchestrator.application.explorer;

import io.vavr.collection.Vector;
import java.time.Instant;

/**
 * A launch job as DRS has it.
 *
 * @param words the launch status of each server
 * @param isKnown whether DRS still tells about it
 */
record Job(
    String id,
    int wave,
    Vector<String> servers,
    Vector<String> words,
    boolean isActive,
    boolean isKnown,
    Instant createdAt,
    Instant endedAt) {

  static Job start(String id, int wave, Vector<String> servers, Instant now) {
    return new Job(id, wave, servers, servers.map(s -> "PENDING"), true, true, now, Instant.EPOCH);
  }

  Job with(Vector<String> later) {
    return new Job(id, wave, servers, later, isActive, isKnown, createdAt, endedAt);
  }

  Job ended(Vector<String> later, Instant now) {
    return new Job(id, wave, servers, later, false, isKnown, createdAt, now);
  }

  Job forgotten() {
    return new Job(id, wave, servers, words, isActive, false, createdAt, endedAt);
  }

  /** Whether an execution may fail for it. */
  boolean isExcuse() {
    return !isKnown || words.contains("FAILED") || (!isActive && words.contains("PENDING"));
  }

  /** Whether it is true that every server came up. */
  boolean hasLaunchedAll() {
    return !isActive && words.forAll("LAUNCHED"::equals);
  }
}
