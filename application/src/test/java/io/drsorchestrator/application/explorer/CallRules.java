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
    var accepted = move.end().exists(end -> end.exists(Reply::isAccepted));
    if (!accepted || !move.op().exists(op -> op.order().kind().isOperators())) {
      return Option.none();
    }
    var op = move.op().get();
    var written =
        op.tape()
            .appendAll(move.result())
            .exists(r -> r.call().equals(write(op)) && r.outcome().text().equals("WRITTEN"));
    return broken(!written, "ACK: accepted and never stored", before, move)
        .orElse(() -> broken(isLost(op, move), "I8: accepted and not stored", before, move));
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
