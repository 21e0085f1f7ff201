package io.drsorchestrator.application.create;

import static io.vavr.API.Left;

import io.drsorchestrator.application.create.StartRefusal.CannotCheck;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.UnreadableExecutionException;
import io.vavr.control.Either;
import java.util.function.Supplier;

/**
 * Checks that need AWS and the record: where either cannot be read, the start is refused (D24). An
 * execution that nobody can read may hold the very servers of the plan.
 */
final class FailClosed {

  private FailClosed() {}

  static <T> Either<StartRefusal, T> ask(Supplier<Either<StartRefusal, T>> checks) {
    try {
      return checks.get();
    } catch (AwsUnavailableException | AwsRefusedException | UnreadableExecutionException e) {
      return Left(new CannotCheck(String.valueOf(e.getMessage())));
    }
  }
}
