package io.drsorchestrator.application.explorer;

import static io.drsorchestrator.application.explorer.Judge.broken;

import io.drsorchestrator.application.explorer.Judge.Rule;
import io.drsorchestrator.application.explorer.Order.Kind;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gates and pauses (I6): what was asked for holds back the next wave. */
final class GateRules {

  static final Vector<Rule> ALL =
      Vector.of(
          GateRules::gateHolds,
          GateRules::resumeIsAskedFor,
          GateRules::pauseIsHonoured,
          GateRules::onlyTheWorkflowPauses,
          GateRules::onlyTheWorkflowResumes,
          GateRules::onlyOperatorsDecide,
          GateRules::decisionIsForThisGate,
          GateRules::tokenIsThePauses,
          GateRules::pauseHasSomethingToPause,
          GateRules::nothingFailsInAPause,
          GateRules::wishesAreKept);

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

  /** A ring has to reach the wait that the pause belongs to. */
  private static Option<Violation> tokenIsThePauses(World before, Reached move) {
    var token = move.world().item().text("taskToken");
    var other = move.op().exists(op -> !op.order().token().equals(token));
    return broken(move.isCall("Gates.pause") && other, "PAUSED with another token", before, move);
  }

  /** Who resumes has seen this very gate. */
  private static Option<Violation> decisionIsForThisGate(World before, Reached move) {
    var gate = "pausedBeforeWave";
    var decided = !before.item().has("resumeRequest") && move.world().item().has("resumeRequest");
    var seen = move.op().flatMap(Op::previous).flatMap(Stored::item).getOrElse(Raw.EMPTY);
    var other = !seen.text(gate).equals(before.item().text(gate));
    return broken(decided && other, "I6: decided for another gate", before, move);
  }

  private static Option<Violation> pauseHasSomethingToPause(World before, Reached move) {
    var after = move.world().item();
    var asked = !before.item().has("pauseRequest") && after.has("pauseRequest");
    var late = asked && !after.waveStatuses().contains("PENDING");
    return broken(late, "I6: a pause after the last boundary", before, move);
  }

  private static Option<Violation> nothingFailsInAPause(World before, Reached move) {
    var fails = move.isCall("WaveClaims.failLaunch") && before.item().has("pauseRequest");
    var was = before.item().waveStatuses();
    var is = move.world().item().waveStatuses();
    var fresh =
        IntStream.range(0, Math.min(was.size(), is.size()))
            .anyMatch(n -> was.get(n).equals("PENDING") && is.get(n).equals("FAILED"));
    return broken(fails && fresh, "I6: a wave fails before its pause", before, move);
  }

  /** The log grows by the request that the same write stores, and by no other. */
  private static Option<Violation> wishesAreKept(World before, Reached move) {
    var was = before.item();
    var is = move.world().item();
    int logged = is.parts("operatorRequests").size() - was.parts("operatorRequests").size();
    long stored =
        Stream.of("pauseRequest", "resumeRequest", "cancelRequest")
            .filter(name -> is.has(name) && !was.has(name))
            .count();
    return broken(
        !is.attributes().isEmpty() && logged != stored, "a request is lost", before, move);
  }

  private static boolean isBy(Reached move, Kind kind) {
    return move.op().exists(op -> op.order().kind() == kind);
  }
}
