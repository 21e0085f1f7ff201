package io.drsorchestrator.adapter.out.calls;

import io.vavr.control.Either;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** One question of a poll on a thread of its own, which works for the same poll. */
final class Question<T> {

  private final Supplier<T> question;
  private final @Nullable CallTally tally = CallTally.isOpen() ? CallTally.current() : null;
  private final @Nullable Map<String, String> context = MDC.getCopyOfContextMap();
  private final Thread thread = new Thread(this::run, "poll-question");
  private @Nullable Either<Throwable, T> outcome;

  private Question(Supplier<T> question) {
    this.question = question;
    thread.setDaemon(true);
  }

  static <T> Question<T> ask(Supplier<T> question) {
    var asked = new Question<>(question);
    asked.thread.start();
    return asked;
  }

  /** Asked on the calling thread, so that a failure does not end the poll before the others. */
  static <T> Question<T> here(Supplier<T> question) {
    var asked = new Question<>(question);
    asked.outcome = asked.asked();
    return asked;
  }

  private void run() {
    if (tally != null) {
      tally.open();
    }
    if (context != null) {
      MDC.setContextMap(context);
    }
    outcome = asked();
  }

  private Either<Throwable, T> asked() {
    try {
      return Either.right(question.get());
    } catch (RuntimeException | Error e) {
      return Either.left(e);
    }
  }

  /** Until the thread has ended, also when somebody interrupts: no call outlives its poll. */
  void await() {
    var interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  T answer() {
    var known = outcome;
    if (known == null) {
      throw new IllegalStateException("the question has not been answered yet");
    }
    return known.getOrElseThrow(Question::unchecked);
  }

  private static RuntimeException unchecked(Throwable fault) {
    if (fault instanceof Error error) {
      throw error;
    }
    return (RuntimeException) fault;
  }
}
