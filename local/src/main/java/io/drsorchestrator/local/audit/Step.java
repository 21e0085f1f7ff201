package io.drsorchestrator.local.audit;

import io.vavr.collection.Vector;

/** The lines of one write that moved the version on, in the order of their parts. */
record Step(long version, Vector<EventLine> lines) {

  /** Of whichever line is first: all of them tell of the same write. */
  EventLine line() {
    return lines.head();
  }

  String status() {
    return line().status();
  }

  Vector<String> waves() {
    return line().waves();
  }

  /** Such as {@code CancelRequested+ExecutionCancelled}. */
  String events() {
    return lines.map(EventLine::event).mkString("+");
  }

  boolean has(String event) {
    return lines.exists(line -> line.is(event));
  }

  /** Whether one of its events is about {@code wave}. */
  boolean has(String event, int wave) {
    return lines.exists(line -> line.is(event) && line.wave() == wave);
  }

  boolean isEnd() {
    return Vector.of("COMPLETED", "FAILED", "CANCELLED").contains(status());
  }
}
