package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.explorer.Search.Found;
import io.vavr.collection.Vector;

/** All mutants, and what becomes of them. */
final class Mutants {

  private static final int LIMIT = 100_000;

  /**
   * What became of a mutant.
   *
   * @param found the search that must find it
   * @param isHarmless whether the search finds nothing as long as what stands behind it stands
   */
  record Fate(Case mutant, Found found, boolean isHarmless) {

    boolean isKilled() {
      return found.violation().isDefined();
    }

    /** The length of the shortest script; what follows it is the wait in vain. */
    int moves() {
      return found.script().size();
    }
  }

  private Mutants() {}

  static Vector<Case> all() {
    return PollDefects.all()
        .appendAll(LookDefects.all())
        .appendAll(EndDefects.all())
        .appendAll(OperatorDefects.all())
        .appendAll(RaceMutants.all())
        .appendAll(GuardMutants.all());
  }

  /** The fates, in the order of the mutants; searches run side by side. */
  static Vector<Fate> fates() {
    return all().toJavaParallelStream().map(Mutants::fate).collect(Vector.collector());
  }

  private static Fate fate(Case mutant) {
    var isHarmless = mutant.alone().forAll(alone -> search(mutant, alone).violation().isEmpty());
    return new Fate(mutant, search(mutant, mutant.mutant()), isHarmless);
  }

  private static Found search(Case mutant, Mutant change) {
    return Search.run(mutant.scope(), change, LIMIT);
  }
}
