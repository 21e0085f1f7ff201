package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.explorer.Handler.Reply;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Supplier;

/**
 * Where a move led.
 *
 * @param text of the move, for a script
 * @param op whose call it was; absent if somebody else moved
 * @param result of that call
 * @param end of the invocation, if it is over
 */
record Reached(
    World world,
    Supplier<String> text,
    Option<Op> op,
    Option<Result> result,
    Option<Either<RuntimeException, Reply>> end) {

  static Reached by(String text, World world) {
    return new Reached(world, () -> text, Option.none(), Option.none(), Option.none());
  }

  boolean isCall(String call) {
    return result.exists(r -> r.call().equals(call));
  }

  Reached with(World later) {
    return new Reached(later, text, op, result, end);
  }
}
