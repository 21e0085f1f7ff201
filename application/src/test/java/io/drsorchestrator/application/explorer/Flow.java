package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.explorer.Order.Kind;

/**
 * The workflow: where it is in {@code execution.asl.json} and {@code wave.asl.json}.
 *
 * @param due the task that it is at; empty token and wave -1 unless the task has them
 * @param end how it ended, in Step Functions' word; and
 * @param outcome the end state that it reached
 */
record Flow(Phase phase, Order due, String end, String outcome) {

  /** What the workflow is doing. */
  enum Phase {
    NOT_STARTED,
    /** A task is due. */
    DUE,
    /** The invocation of its task is in flight. */
    BUSY,
    /** At a gate: only a ring or a time-out ends it, whatever becomes of the invocation. */
    WAITING,
    ENDED
  }

  static final Flow NOT_STARTED =
      new Flow(Phase.NOT_STARTED, Order.of(Kind.CREATE), "NOT_FOUND", "");

  static Flow due(Order order) {
    return new Flow(Phase.DUE, order, "RUNNING", "");
  }

  static Flow ended(String status, String outcome) {
    return new Flow(Phase.ENDED, Order.of(Kind.UPDATE), status, outcome);
  }

  Flow in(Phase next) {
    return new Flow(next, due, end, outcome);
  }

  boolean isRunning() {
    return phase != Phase.NOT_STARTED && phase != Phase.ENDED;
  }

  boolean waitsFor(String token) {
    return phase == Phase.WAITING && due.token().equals(token);
  }

  /** A ring ends the wait at the gate, once. */
  Flow rung(String token) {
    return waitsFor(token) ? due(Order.of(Kind.RESUME)) : this;
  }

  String text() {
    return switch (phase) {
      case NOT_STARTED -> "not started";
      case DUE -> "before " + due.text();
      case BUSY -> "in " + due.text();
      case WAITING -> "waiting for " + due.token();
      case ENDED -> end + " " + outcome;
    };
  }
}
