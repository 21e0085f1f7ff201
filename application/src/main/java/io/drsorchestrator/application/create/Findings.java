package io.drsorchestrator.application.create;

import static io.vavr.API.Right;

import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Supplier;

/**
 * What a start would be refused for, each once, in the order in which it is found. A question that
 * AWS does not answer is such a refusal too (D24), and the next one is asked all the same.
 */
final class Findings {

  private Vector<StartRefusal> stops = Vector.empty();

  Vector<StartRefusal> stops() {
    return stops;
  }

  void add(StartRefusal refusal) {
    stops = stops.append(refusal).distinct();
  }

  void addAll(Vector<StartRefusal> refusals) {
    stops = stops.appendAll(refusals).distinct();
  }

  /** What the check lets through. */
  <T> Option<T> check(Supplier<Either<StartRefusal, T>> check) {
    return FailClosed.ask(check).peekLeft(this::add).toOption();
  }

  /** The answer, or {@code otherwise} where there is none. */
  <T> T ask(Supplier<T> question, T otherwise) {
    return this.<T>check(() -> Right(question.get())).getOrElse(otherwise);
  }
}
