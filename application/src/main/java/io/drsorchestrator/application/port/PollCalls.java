package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.Tuple2;
import io.vavr.Tuple3;
import java.util.function.Supplier;

/**
 * The calls that a poll makes to AWS: counted, bounded in time, and made at the same time where
 * none needs the answer of another.
 */
public interface PollCalls {

  /** What {@code poll} yields; what it calls until then is told in the name of {@code id}. */
  <T> T during(ExecutionId id, Supplier<T> poll);

  /** The poll had to do without something, for the reason in {@code warning}. */
  void degraded(String warning);

  /** Both answers, after both questions have ended: no call outlives the poll that makes it. */
  <A, B> Tuple2<A, B> both(Supplier<A> first, Supplier<B> second);

  /** All answers, after all questions have ended. */
  <A, B, C> Tuple3<A, B, C> all(Supplier<A> first, Supplier<B> second, Supplier<C> third);
}
