package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.asl.StateFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The history of one execution, which may have 25,000 events and no more. */
final class HistoryRecorder {
  static final int LIMIT = 25_000;

  private final List<HistoryEvent> events = new ArrayList<>();

  /** Adds an event; fails the execution where only its last event still has room. */
  long record(Instant at, EventType type, ObjectNode details) {
    if (isFull()) {
      throw StateFailure.runtime(
          "The execution reached the maximum number of history events (" + LIMIT + ").");
    }
    return add(at, type, details);
  }

  /** Adds the event that ends the execution. */
  void recordEnd(Instant at, EventType type, ObjectNode details) {
    var unused = add(at, type, details);
  }

  /** Whether there is room only for the event that ends the execution. */
  boolean isFull() {
    return events.size() >= LIMIT - 1;
  }

  List<HistoryEvent> events() {
    return List.copyOf(events);
  }

  private long add(Instant at, EventType type, ObjectNode details) {
    int id = events.size() + 1;
    events.add(new HistoryEvent(id, id <= 2 ? 0 : id - 1L, at, type, details));
    return id;
  }
}
