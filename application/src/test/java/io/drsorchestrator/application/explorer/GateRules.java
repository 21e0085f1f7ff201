package io.drsorchestrator.application.explorer;

import static io.drsorchestrator.application.explorer.Judge.broken;

import io.drsorchestrator.application.explorer.Judge.Rule;
import io.drsorchestrator.application.explorer.Order.Kind;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Gates and pauses (I6): what was asked for holds back the next wave. */
final class GateRules {

  static final Vector<Rule> ALL =
      Vector.of(
          GateRules::gateHolds,
          GateRules::resumeIsAskedFor,
          GateRules::pauseIsHonoured,
          GateRules::onlyTheWorkflowPauses,
          GateRules::onlyTheWorkflowResumes,
          GateRules::onlyOperatorsDecide);

  private GateRules() {}

  private static Option<Violation> gateHolds(World before, Reached move) {
    var was = before.item();
    var opens =
        starts(before, move, n -> was.waves().get(n).flag("pauseBeforeWave") && !isPaused(was));
    return broken(opens, "I6: gate", before, move);
  }

  private static Option<Violation> resumeIsAskedFor(World before, Reached move) {
    var was = before.item();
    var unasked =
        starts(
            before,
            move,
            n ->
                isPaused(was)
                    && (!was.has("resumeRequest") || was.number("pausedBeforeWave") != n));
    return broken(unasked, "I6: resume", before, move);
  }

  private static Option<Violation> pauseIsHonoured(World before, Reached move) {
    var due = before.item().has("pauseRequest");
    var after = move.world().item();
    var forgotten = !after.has("pauseRequest") && !isPaused(after) && !after.hasEnded();
    return broken(due && (forgotten || starts(before, move, n -> true)), "I6: pause", before, move);
  }

  private static boolean isPaused(Raw item) {
    return item.status().equals("PAUSED");
  }

  /** Whether a wave starts for which {@code isWrong}. */
  private static boolean starts(World before, Reached move, IntPredicate isWrong) {
    var was = before.item().waves();
    var is = move.world().item().waves();
    return IntStream.range(0, Math.min(was.size(), is.size()))
        .filter(n -> was.get(n).status().equals("PENDING"))
        .filter(n -> is.get(n).status().equals("POLLING"))
        .anyMatch(isWrong);
  }

  private static Option<Violation> onlyTheWorkflowPauses(World before, Reached move) {
    var pauses = !isPaused(before.item()) && isPaused(move.world().item());
    return broken(pauses && !isBy(move, Kind.PAUSE), "PAUSED by another", before, move);
  }

  private static Option<Violation> onlyTheWorkflowResumes(World before, Reached move) {
    var resumes = isPaused(before.item()) && move.world().item().status().equals("POLLING");
    return broken(resumes && !isBy(move, Kind.RESUME), "POLLING by another", before, move);
  }

  private static Option<Violation> onlyOperatorsDecide(World before, Reached move) {
    var decided = !before.item().has("resumeRequest") && move.world().item().has("resumeRequest");
    return broken(decided && !isBy(move, Kind.ASK_RESUME), "I6: decided by nobody", before, move);
  }

  private static boolean isBy(Reached move, Kind kind) {
    return move.op().exists(op -> op.order().kind() == kind);
  }
}
