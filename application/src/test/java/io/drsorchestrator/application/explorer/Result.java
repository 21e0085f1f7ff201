package io.drsorchestrator.application.explorer;

import io.vavr.collection.Vector;
import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;

/**
 * What a call of a port came to, and what of it tells two invocations apart.
 *
 * @param digest of everything but versions, which matter only as far as they are still current
 * @param kind of the execution that was read, and its workflow
 * @param versions of the record and its wave, as the call saw them
 * @param names the attempts and tokens that the call saw
 */
record Result(
    String call, Outcome outcome, long digest, long kind, Vector<Version> versions, Names names) {

  /** A value, or the fault that was thrown instead. */
  record Outcome(Either<RuntimeException, Object> value, boolean isVoid) {

    static Outcome of(@Nullable Object value) {
      return value == null
          ? new Outcome(Either.right("nothing"), true)
          : new Outcome(Either.right(value), false);
    }

    static Outcome fault(RuntimeException fault) {
      return new Outcome(Either.left(fault), false);
    }

    @Nullable Object replay() {
      if (value.isLeft()) {
        throw value.getLeft();
      }
      return isVoid ? null : value.get();
    }

    String text() {
      return value.fold(fault -> "! " + fault.getMessage(), Outcome::brief);
    }

    private static String brief(Object value) {
      var text = String.valueOf(value);
      return text.length() <= 60 ? text : value.getClass().getSimpleName();
    }
  }

  /** The optimistic locks that a read saw: of the record, and of the wave that runs. */
  record Version(long record, int wave) {}
}
