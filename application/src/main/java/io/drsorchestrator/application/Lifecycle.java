package io.drsorchestrator.application;

import io.drsorchestrator.application.port.Executions;
import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.port.Occurrence;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.drsorchestrator.domain.execution.LifecycleViolation;
import io.drsorchestrator.domain.execution.LifecycleViolation.AlreadyEnded;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.vavr.Function1;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Reads an execution, lets the domain decide and stores the result. Every write is conditional on
 * what was read: when somebody else wrote in between, it reads and decides again, a few times.
 */
public final class Lifecycle {

  private static final int ATTEMPTS = 8;

  private final Executions executions;
  private final LifecycleJournal journal;
  private final InstantSource clock;

  public Lifecycle(Executions executions, LifecycleJournal journal, InstantSource clock) {
    this.executions = executions;
    this.journal = journal;
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  /** Carries out {@code command} and stores what it leads to with {@code write}. */
  public <E extends Execution> Answer change(
      ExecutionId id,
      Function1<ActiveExecution, Either<LifecycleViolation, Transition<E>>> command,
      Function1<Transition<E>, WriteOutcome> write) {
    return reread(
        id,
        execution ->
            execution instanceof ActiveExecution active
                ? attempt(active, command.apply(active), write)
                : Option.some(Answer.refused(decide(execution), ended(execution))));
  }

  private <E extends Execution> Option<Answer> attempt(
      ActiveExecution execution,
      Either<LifecycleViolation, Transition<E>> decided,
      Function1<Transition<E>, WriteOutcome> write) {
    return decided.fold(
        refused -> Option.some(Answer.refused(decide(execution), refused)),
        transition -> store(transition, write));
  }

  private <E extends Execution> Option<Answer> store(
      Transition<E> transition, Function1<Transition<E>, WriteOutcome> write) {
    return switch (write.apply(transition)) {
      case CONFLICT -> Option.none();
      case WRITTEN -> {
        journal.record(Occurrence.of(transition));
        yield Option.some(Answer.accepted(decide(transition.next())));
      }
    };
  }

  /** Tells of something that happened to {@code execution} besides its transitions. */
  public void tell(Execution execution, LifecycleEvent event) {
    journal.record(Occurrence.besides(execution, event));
  }

  /** Applies {@code attempt} to what is on record until it yields a result. */
  public <T> T reread(ExecutionId id, Function1<Execution, Option<T>> attempt) {
    for (int i = 0; i < ATTEMPTS; i++) {
      var result = attempt.apply(find(id));
      if (result.isDefined()) {
        told(id, i);
        return result.get();
      }
    }
    told(id, ATTEMPTS);
    throw new StoreConflictException(id, ATTEMPTS);
  }

  private void told(ExecutionId id, int conflicts) {
    if (conflicts > 0) {
      journal.conflicted(id, conflicts);
    }
  }

  /** Tells how long a gate has been waiting, where that is known. */
  public void tellWaiting(PausedExecution execution) {
    execution
        .waiting()
        .since()
        .forEach(
            since ->
                journal.waiting(execution.key().executionId(), Duration.between(since, now())));
  }

  /** The execution as it is on record. */
  public Execution find(ExecutionId id) {
    return executions.find(id).getOrElseThrow(() -> new ExecutionNotFoundException(id));
  }

  /** What comes next for {@code execution}. */
  public Decision decide(Execution execution) {
    return Decision.of(execution, now());
  }

  private static LifecycleViolation ended(Execution execution) {
    return new AlreadyEnded(execution.status());
  }
}
