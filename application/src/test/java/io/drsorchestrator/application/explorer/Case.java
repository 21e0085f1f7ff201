package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.explorer.Order.Kind;
import io.vavr.control.Option;

/**
 * A mutant, and where it is hunted.
 *
 * @param of the defect of the contract or the rule of the design that it breaks
 * @param alone what is harmless by itself, because another guard stands behind it
 * @param behind that other guard
 * @param mutant what must be killed: all that stands behind {@code alone} is gone, too
 */
record Case(String of, Option<Mutant> alone, String behind, Mutant mutant, Scope scope) {

  static Case of(String of, Mutant mutant, Scope scope) {
    return new Case(of, Option.none(), "", mutant, scope);
  }

  /** The mutant alone is redundant. */
  static Case behind(String of, Mutant alone, String behind, Mutant more, Scope scope) {
    return new Case(of, Option.some(alone), behind, alone.and(more), scope);
  }

  /** What is written into the table. */
  String name() {
    return alone.getOrElse(mutant).name();
  }

  /** The workflow and these; one of them may be interrupted once. */
  static Scope scope(String plan, Kind... visitors) {
    return Scope.of(plan, 2)
        .with(new Allowance(1, 0, -1, true))
        .visitedBy(visitors)
        .alsoBy(Kind.START);
  }
}
