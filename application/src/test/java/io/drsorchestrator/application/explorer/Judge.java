package io.drsorchestrator.application.explorer;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Judges moves by raw items, by what is true in DRS and by what was acknowledged. */
final class Judge {

  /** A rule looks at a move and names what it breaks. */
  interface Rule {

    Option<Violation> judge(World before, Reached move);
  }

  private static final Vector<Rule> ALWAYS =
      Vector.of(CallRules::surprise, CallRules::launch, CallRules::promise, EndRules::agreement);

  private static final Vector<Rule> WRITES =
      StateRules.ALL.appendAll(ChangeRules.ALL).appendAll(GateRules.ALL).appendAll(TruthRules.ALL);

  private Judge() {}

  static Option<Violation> judge(World before, Reached move) {
    var broken = first(ALWAYS, before, move);
    return broken.isDefined() || before.stored() == move.world().stored()
        ? broken
        : first(WRITES, before, move);
  }

  private static Option<Violation> first(Vector<Rule> rules, World before, Reached move) {
    for (var rule : rules) {
      var broken = rule.judge(before, move);
      if (broken.isDefined()) {
        return broken;
      }
    }
    return Option.none();
  }

  static Option<Violation> broken(boolean isBroken, String invariant, World before, Reached move) {
    return Option.when(
        isBroken,
        () -> new Violation(invariant, brief(before.item()) + " -> " + brief(move.world().item())));
  }

  private static String brief(Raw item) {
    return item.status() + " " + item.waveStatuses();
  }
}
