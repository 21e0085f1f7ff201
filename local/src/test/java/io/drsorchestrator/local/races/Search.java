package io.drsorchestrator.local.races;

import io.drsorchestrator.local.simulate.judge.Violation;
import java.util.Optional;

/** How many seeds it takes until a removed guard is missed. */
final class Search {

  /** A violation and the number of seeds that it took. */
  record Found(int seeds, Violation violation) {}

  private Search() {}

  static Optional<Found> search(Guard removed, int most) {
    return search(removed, most, Workload.EVERYBODY);
  }

  static Optional<Found> search(Guard removed, int most, Workload workload) {
    for (int seed = 1; seed <= most; seed++) {
      var violation = Race.run(seed, removed, Reads.FROM_HISTORY, workload).violation();
      if (violation.isPresent()) {
        return Optional.of(new Found(seed, violation.get()));
      }
    }
    return Optional.empty();
  }
}
