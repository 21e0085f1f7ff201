package io.drsorchestrator.adapter.out.calls;

import io.drsorchestrator.application.port.PollCalls;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.Tuple3;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Questions on threads of their own, two at most besides the poll's. The threads end with their
 * question and the poll waits for them: when Lambda freezes the process after an invocation, no
 * call is under way and no thread is left.
 */
public final class SideBySide implements PollCalls {

  /** After this time a poll begins no further call to DRS or EC2. */
  public static final Duration BUDGET = Duration.ofSeconds(45);

  /** The name of the log's context (docs/events.md). */
  private static final String EXECUTION = "executionId";

  private final Duration budget;
  private final Consumer<PollReport> reports;
  private final LongSupplier nanoTime;

  /** {@code nanoTime} tells real time, whatever clock executions live by. */
  public SideBySide(Duration budget, Consumer<PollReport> reports, LongSupplier nanoTime) {
    this.budget = budget;
    this.reports = reports;
    this.nanoTime = nanoTime;
  }

  @Override
  public <T> T during(ExecutionId id, Supplier<T> poll) {
    var tally = new CallTally(budget, nanoTime);
    var executionId = MDC.get(EXECUTION);
    tally.open();
    MDC.put(EXECUTION, id.value());
    try {
      return poll.get();
    } finally {
      CallTally.close();
      restore(executionId);
      reports.accept(tally.report(id.value()));
    }
  }

  /** The reconciler polls one execution after another in one invocation. */
  private static void restore(@Nullable String executionId) {
    if (executionId == null) {
      MDC.remove(EXECUTION);
    } else {
      MDC.put(EXECUTION, executionId);
    }
  }

  @Override
  public void degraded(String warning) {
    if (CallTally.isOpen()) {
      CallTally.current().warn(warning);
    }
  }

  @Override
  public <A, B> Tuple2<A, B> both(Supplier<A> first, Supplier<B> second) {
    var other = Question.ask(second);
    var own = Question.here(first);
    other.await();
    return Tuple.of(own.answer(), other.answer());
  }

  @Override
  public <A, B, C> Tuple3<A, B, C> all(Supplier<A> first, Supplier<B> second, Supplier<C> third) {
    var second2 = Question.ask(second);
    var third3 = Question.ask(third);
    var own = Question.here(first);
    second2.await();
    third3.await();
    return Tuple.of(own.answer(), second2.answer(), third3.answer());
  }
}
