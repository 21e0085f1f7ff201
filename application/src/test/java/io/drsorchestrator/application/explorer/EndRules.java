package io.drsorchestrator.application.explorer;

import static io.drsorchestrator.application.explorer.Judge.broken;

import io.drsorchestrator.application.explorer.Flow.Phase;
import io.vavr.control.Option;

/** The workflow and the record agree (NFR-1.2, D21). */
final class EndRules {

  private EndRules() {}

  static Option<Violation> agreement(World before, Reached move) {
    var flow = move.world().flow();
    if (flow.phase() != Phase.ENDED || before.flow().phase() == Phase.ENDED) {
      return Option.none();
    }
    var status = move.world().item().status();
    var names =
        java.util.Set.of("COMPLETED", "FAILED", "CANCELLED").contains(flow.outcome())
            && !flow.outcome().equals(status);
    var succeeds = flow.end().equals("SUCCEEDED") && !status.equals("COMPLETED");
    var isThere = move.world().stored().item().isDefined();
    return broken(
        isThere && (names || succeeds),
        "NFR-1.2: the workflow ends " + flow.outcome(),
        before,
        move);
  }
}
