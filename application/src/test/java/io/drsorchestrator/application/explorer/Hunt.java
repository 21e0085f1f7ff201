package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.explorer.Order.Kind;
import io.drsorchestrator.application.explorer.Search.Found;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Where mutants are looked for, the smallest scope first. */
enum Hunt {
  ONE_BY_ONE(Scope.of("ww", 1)),
  ONE_BY_ONE_AT_A_GATE(Scope.of("gw", 1)),
  TROUBLE(bounded("w", 1, 1).troubledBy(Trouble.values())),
  TROUBLE_AT_A_GATE(bounded("g", 1, 1).troubledBy(Trouble.values())),
  BAD_WEATHER(
      bounded("w", 1, 0).with(new Plan("w", 2)).in(Weather.values()).visitedBy(
          Kind.START, Kind.POLL)),
  CROWD(bounded("ww", 2, 0)),
  CROWD_AT_A_GATE(bounded("gw", 2, 0)),
  CROWD_AT_A_LATER_GATE(bounded("wg", 2, 0)),
  TROUBLED_CROWD(bounded("w", 2, 2).troubledBy(Trouble.values()));

  private static final int LIMIT = 150_000;

  private final Scope scope;

  Hunt(Scope scope) {
    this.scope = scope;
  }

  private static Scope bounded(String plan, int preemptions, int faults) {
    return Scope.of(plan, 2).with(new Allowance(preemptions, faults, -1, true));
  }

  /** A violation, and where it was met. */
  record Kill(Hunt hunt, Found found) {

    int length() {
      return found.script().size();
    }
  }

  static Option<Kill> kill(Mutant mutant, Hunt... hunts) {
    for (var hunt : hunts.length == 0 ? values() : hunts) {
      var found = Search.run(hunt.scope, mutant, LIMIT);
      if (found.violation().isDefined()) {
        return Option.some(new Kill(hunt, found));
      }
    }
    return Option.none();
  }

  static Vector<Hunt> all() {
    return Vector.of(values());
  }

  Found explore() {
    return Search.run(scope, Mutant.NONE, LIMIT);
  }
}
