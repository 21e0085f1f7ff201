package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.explorer.Handler.Reply;
import io.drsorchestrator.application.memory.Guards;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.ExecutionStore;
import io.vavr.control.Option;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What is done to the product on purpose.
 *
 * @param guards which conditions of its writes are left
 * @param client what stands between the use cases and what they are told
 * @param operation what is done instead of an operation, if anything
 * @param flow where the state machines go instead
 */
record Mutant(
    String name,
    Guards guards,
    BiFunction<ExecutionStore, Scene, ExecutionStore> store,
    BiFunction<Aws, Scene, Aws> aws,
    UnaryOperator<Aws> client,
    BiFunction<UseCases, Order, Option<Reply>> operation,
    Function<Step, Flow> flow) {

  /**
   * A step of the workflow: after which task, with which end of it, it goes where.
   *
   * @param failed whether the task failed
   */
  record Step(Flow at, boolean failed, Option<Reply> reply, Flow next) {}

  /** The product as it is. */
  static final Mutant NONE =
      new Mutant(
          "nothing",
          Guards.ALL,
          (store, scene) -> store,
          (aws, scene) -> aws,
          aws -> aws,
          (useCases, order) -> Option.none(),
          Step::next);

  static Mutant named(String name) {
    return NONE.as(name);
  }

  /** A write that has lost one of its conditions. */
  static Mutant without(String write, String clause) {
    return named(write + " without \"" + clause + "\"")
        .guards((w, c) -> !(w.equals(write) && c.equals(clause)));
  }

  /** Every write has lost it. */
  static Mutant without(String clause) {
    return named("every write without \"" + clause + "\"").guards((w, c) -> !c.equals(clause));
  }

  Mutant as(String other) {
    return new Mutant(other, guards, store, aws, client, operation, flow);
  }

  Mutant guards(Guards left) {
    return new Mutant(name, left, store, aws, client, operation, flow);
  }

  Mutant store(BiFunction<ExecutionStore, Scene, ExecutionStore> change) {
    return new Mutant(name, guards, change, aws, client, operation, flow);
  }

  Mutant aws(BiFunction<Aws, Scene, Aws> change) {
    return new Mutant(name, guards, store, change, client, operation, flow);
  }

  Mutant client(UnaryOperator<Aws> change) {
    return new Mutant(name, guards, store, aws, change, operation, flow);
  }

  Mutant operation(BiFunction<UseCases, Order, Option<Reply>> change) {
    return new Mutant(name, guards, store, aws, client, change, flow);
  }

  Mutant flow(Function<Step, Flow> change) {
    return new Mutant(name, guards, store, aws, client, operation, change);
  }

  /** Both at once. */
  Mutant and(Mutant other) {
    return new Mutant(
        name + ", and " + other.name,
        (write, clause) -> guards.stand(write, clause) && other.guards.stand(write, clause),
        (real, scene) -> other.store.apply(store.apply(real, scene), scene),
        (real, scene) -> other.aws.apply(aws.apply(real, scene), scene),
        real -> other.client.apply(client.apply(real)),
        (useCases, order) ->
            operation.apply(useCases, order).orElse(() -> other.operation.apply(useCases, order)),
        step ->
            other.flow.apply(new Step(step.at(), step.failed(), step.reply(), flow.apply(step))));
  }
}
