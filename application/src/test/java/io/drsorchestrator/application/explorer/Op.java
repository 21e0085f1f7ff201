package io.drsorchestrator.application.explorer;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * An invocation in flight: what it was asked for, and the results that its calls have had so far.
 * Running the use case again on these results leads to its next call.
 *
 * @param isFlows whether the workflow waits for its answer
 * @param attempt the id that it would give to a launch attempt
 * @param previous what the record was at the last call
 * @param next the call that it is about to make
 */
record Op(
    Order order,
    boolean isFlows,
    String attempt,
    Vector<Result> tape,
    Option<Stored> previous,
    String next) {

  static Op of(Order order, boolean isFlows, String attempt) {
    return new Op(order, isFlows, attempt, Vector.empty(), Option.none(), "");
  }

  /** After one more call, when {@code stored} was stored. */
  Op after(Result made, Stored stored, String following) {
    return new Op(order, isFlows, attempt, tape.append(made), Option.some(stored), following);
  }

  Op detached() {
    return new Op(order, false, attempt, tape, previous, next);
  }

  Names names() {
    return tape.foldLeft(
        Names.in(attempt).and(Names.in(order.token())), (names, r) -> names.and(r.names()));
  }

  String text() {
    return (isFlows ? "workflow's " : "") + order.text();
  }
}
