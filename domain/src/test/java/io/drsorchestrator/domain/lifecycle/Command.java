package io.drsorchestrator.domain.lifecycle;

import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.LifecycleViolation;
import io.drsorchestrator.domain.execution.Transition;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Function;

/**
 * One way to call a command of the domain.
 *
 * @param name of the method that is called
 * @param run absent where the type of the state has no such method
 */
record Command(
    String name, Function<Execution, Option<Either<LifecycleViolation, Execution>>> run) {

  /** A command that each active state has, if only to refuse it. */
  static Command ofEveryState(
      String name,
      Function<
              ActiveExecution,
              Either<LifecycleViolation, ? extends Transition<? extends Execution>>>
          call) {
    return ofState(ActiveExecution.class, name, call);
  }

  /** A command that only executions of the type {@code state} have. */
  static <S extends Execution> Command ofState(
      Class<S> state,
      String name,
      Function<S, Either<LifecycleViolation, ? extends Transition<? extends Execution>>> call) {
    return new Command(
        name,
        execution ->
            Option.when(state.isInstance(execution), () -> state.cast(execution))
                .map(s -> call.apply(s).map(Transition::next)));
  }
}
