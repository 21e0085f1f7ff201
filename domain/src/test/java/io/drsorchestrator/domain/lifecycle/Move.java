package io.drsorchestrator.domain.lifecycle;

import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.LifecycleViolation;
import io.drsorchestrator.domain.execution.Transition;
import io.vavr.control.Either;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Something that somebody does in a world. */
interface Move extends UnaryOperator<World> {

  /** What kind of write the last move was. */
  enum Kind {
    NONE,
    POLL,
    LAUNCH_RECORD,
    TRANSITION
  }

  /** A command to an execution that has not ended; an ended one has none. */
  static World command(
      World world,
      String name,
      Function<
              ActiveExecution,
              Either<LifecycleViolation, ? extends Transition<? extends Execution>>>
          call) {
    return world.execution() instanceof ActiveExecution active
        ? call.apply(active).fold(world::refused, accepted -> after(world, name, accepted))
        : world.stays();
  }

  private static World after(World world, String name, Transition<? extends Execution> accepted) {
    return world
        .reached(Kind.TRANSITION, accepted.next())
        .with(
            world
                .history()
                .accepted(
                    new History.Accepted(name, world.turn(), world.isFresh()), accepted.events())
                .saw(accepted.next().status()));
  }
}
