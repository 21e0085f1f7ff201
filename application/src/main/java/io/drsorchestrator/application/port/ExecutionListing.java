package io.drsorchestrator.application.port;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Map;

/** The history as a whole, for lists; locks are no part of it (D22). */
public interface ExecutionListing {

  /** Every execution, all pages, in no order. */
  Vector<Head> heads();

  /**
   * The stored items in the order of {@code keys}, as {@link ExecutionDocuments} shows them; those
   * that have been deleted since are left out.
   */
  Vector<Map<String, Object>> documents(Vector<StoredKey> keys);

  /**
   * What sorts and filters executions.
   *
   * @param status the stored word, whoever wrote it; empty if there is none
   * @param startTime absent also where nobody can tell which time is meant
   * @param accountId absent from items of older systems
   */
  record Head(StoredKey key, String status, Option<Instant> startTime, Option<String> accountId) {}
}
