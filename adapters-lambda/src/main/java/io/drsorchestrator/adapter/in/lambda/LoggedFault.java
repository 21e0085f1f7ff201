package io.drsorchestrator.adapter.in.lambda;

import io.drsorchestrator.adapter.in.request.Words;
import io.vavr.collection.Stream;
import java.util.Objects;

/** An exception as it may be logged: its messages can hold what somebody sent. */
final class LoggedFault {

  private static final int LONGEST_MESSAGE = 500;
  private static final int MOST_CAUSES = 10;

  private LoggedFault() {}

  /** The stack trace, with every message on one line. */
  static String of(Throwable fault) {
    return Stream.<Throwable>iterate(fault, Throwable::getCause)
        .takeWhile(Objects::nonNull)
        .take(MOST_CAUSES)
        .map(LoggedFault::withFrames)
        .mkString("\nCaused by: ");
  }

  private static String withFrames(Throwable fault) {
    return inOneLine(fault) + Stream.of(fault.getStackTrace()).map(f -> "\n\tat " + f).mkString();
  }

  /** The class and what it says. */
  static String inOneLine(Throwable fault) {
    var message = Words.shortened(String.valueOf(fault.getMessage()), LONGEST_MESSAGE);
    return fault.getClass().getName() + ": " + Words.harmless(message);
  }
}
