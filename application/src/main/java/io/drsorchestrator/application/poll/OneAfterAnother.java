package io.drsorchestrator.application.poll;

import io.drsorchestrator.application.port.PollCalls;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.Tuple3;
import java.util.function.Supplier;

/** Calls on the thread of the poll, in order and uncounted: where every step must be repeatable. */
public final class OneAfterAnother implements PollCalls {

  @Override
  public <T> T during(ExecutionId id, Supplier<T> poll) {
    return poll.get();
  }

  @Override
  public void degraded(String warning) {}

  @Override
  public <A, B> Tuple2<A, B> both(Supplier<A> first, Supplier<B> second) {
    return Tuple.of(first.get(), second.get());
  }

  @Override
  public <A, B, C> Tuple3<A, B, C> all(Supplier<A> first, Supplier<B> second, Supplier<C> third) {
    return Tuple.of(first.get(), second.get(), third.get());
  }
}
