package io.drsorchestrator.application.explorer;

import static io.drsorchestrator.application.explorer.Judge.broken;

import io.drsorchestrator.application.ExecutionNotFoundException;
import io.drsorchestrator.application.StoreConflictException;
import io.drsorchestrator.application.explorer.Handler.Reply;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.vavr.control.Option;
import java.util.List;

/** What calls and answers promise. */
final class CallRules {

  private CallRules() {}

  /** No use case ends with a fault that nobody has made. */
  static Option<Violation> surprise(World before, Reached move) {
    return move.end()
        .filter(end -> end.isLeft() && !isExpected(end.getLeft()))
        .map(end -> new Violation("SURPRISE", String.valueOf(end.getLeft())));
  }

  private static boolean isExpected(RuntimeException fault) {
    return fault instanceof AwsUnavailableException
        || fault instanceof StoreConflictException
        || fault instanceof ExecutionNotFoundException
        || fault instanceof Handler.RefusedException;
  }

  /** I9, and I8: who launches has seen, one call before, that nobody has cancelled. */
  static Option<Violation> launch(World before, Reached move) {
    var jobs = move.world().jobs();
    if (jobs.size() == before.jobs().size()) {
      return Option.none();
    }
    var job = jobs.last();
    var twice = jobs.count(other -> other.wave() == job.wave()) > 1;
    var seen = move.op().flatMap(Op::previous).flatMap(Stored::item).getOrElse(Raw.EMPTY);
    var claimed =
        seen.status().equals("POLLING")
            && seen.waves().get(job.wave()).status().equals("POLLING")
            && !seen.waves().get(job.wave()).has("jobId");
    return broken(twice, "I9: two jobs for wave " + job.wave(), before, move)
        .orElse(() -> broken(!claimed, "I8: launched in spite of " + seen.status(), before, move));
  }

  /** What an operator is told was on record when it was told. */
  static Option<Violation> promise(World before, Reached move) {
    return move.op()
        .filter(op -> op.order().kind().isOperators())
        .flatMap(op -> promise(op, before, move));
  }

  private static Option<Violation> promise(Op op, World before, Reached move) {
    var accepted = move.end().exists(end -> end.exists(Reply::isAccepted));
    var written = op.tape().appendAll(move.result()).exists(r -> isWritten(op, r));
    var isLate = move.result().exists(r -> isWritten(op, r)) && logged(move) == logged(before);
    return broken(isLate, "ACK: written and not stored", before, move)
        .orElse(() -> broken(accepted && !written, "ACK: accepted and never stored", before, move))
        .orElse(
            () -> broken(accepted && isLost(op, move), "I8: accepted, not stored", before, move));
  }

  private static boolean isWritten(Op op, Result result) {
    return result.call().equals(write(op)) && result.outcome().text().equals("WRITTEN");
  }

  private static int logged(Reached move) {
    return logged(move.world());
  }

  private static int logged(World world) {
    return world.item().parts("operatorRequests").size();
  }

  private static String write(Op op) {
    return switch (op.order().kind()) {
      case ASK_PAUSE -> "Gates.requestPause";
      case ASK_RESUME -> "Gates.requestResume";
      default -> "Endings.requestCancel";
    };
  }

  private static boolean isLost(Op op, Reached move) {
    return op.order().kind() == Order.Kind.ASK_CANCEL
        && move.world().stored().item().isDefined()
        && !move.world().item().has(List.of("CANCELLING", "CANCELLED"));
  }
}
