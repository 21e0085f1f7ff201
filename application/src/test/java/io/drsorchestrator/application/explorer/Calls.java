package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.explorer.Flow.Phase;
import io.drsorchestrator.application.explorer.Handler.Reply;
import io.drsorchestrator.application.explorer.Order.Kind;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Invocations that begin, go on and end, and what their end means to the workflow. */
final class Calls {

  private final Machine machine;
  private final Mutant mutant;

  Calls(Machine machine, Mutant mutant) {
    this.machine = machine;
    this.mutant = mutant;
  }

  /** The workflow invokes the function for the task that is due. */
  Reached due(World world) {
    var flow = world.flow();
    var phase = flow.due().kind() == Kind.PAUSE ? Phase.WAITING : Phase.BUSY;
    return begin(world.with(flow.in(phase)), flow.due(), true);
  }

  Reached begin(World world, Order order, boolean isFlows) {
    var attempt = order.kind() == Kind.START_WAVE ? world.names().freeAttempt() : "";
    return settle(machine.call(world, Op.of(order, isFlows, attempt), Mode.FINE));
  }

  /** The next call of an invocation in flight. */
  Reached next(World world, int index, Mode mode) {
    var op = world.ops().get(index);
    var others = world.withOps(world.ops().removeAt(index), -1);
    return settle(machine.call(others, op, mode));
  }

  /** The invocation dies; whoever waits for it finds out. */
  Reached crash(World world, int index) {
    var op = world.ops().get(index);
    var without = world.withOps(world.ops().removeAt(index), -1);
    var text = "%s dies before %s".formatted(op.text(), op.next());
    return Reached.by(text, op.isFlows() ? failed(without, op) : without);
  }

  /** The workflow gives up waiting, and the invocation goes on. */
  Reached duplicate(World world, int index) {
    var op = world.ops().get(index);
    var others = world.ops().update(index, op.detached());
    var text = "%s is taken for dead before %s".formatted(op.text(), op.next());
    return Reached.by(text, failed(world.withOps(others, -1), op));
  }

  private World failed(World world, Op op) {
    var flow = world.flow();
    if (!isAwaited(flow, op)) {
      return world;
    }
    var next = FlowRules.again(flow, world.names().freeToken());
    return world.with(mutant.flow().apply(new Mutant.Step(flow, true, Option.none(), next)));
  }

  private static boolean isAwaited(Flow flow, Op op) {
    return flow.phase() == Phase.BUSY || flow.waitsFor(op.order().token());
  }

  private Reached settle(Reached reached) {
    return reached.end().isDefined() ? ended(reached, reached.end().get()) : reached;
  }

  private Reached ended(Reached reached, Either<RuntimeException, Reply> end) {
    var op = reached.op().get();
    var world = reached.world();
    return reached.with(
        op.isFlows() && isAwaited(world.flow(), op) ? world.with(answered(world, end)) : world);
  }

  /** At a gate the answer is not waited for, only a fault is seen. */
  private Flow answered(World world, Either<RuntimeException, Reply> end) {
    var flow = world.flow();
    var token = world.names().freeToken();
    var next =
        end.fold(
            fault -> FlowRules.after(flow, fault, token),
            reply ->
                flow.phase() == Phase.WAITING
                    ? flow
                    : FlowRules.after(flow, reply.decision().get(), token));
    return mutant.flow().apply(new Mutant.Step(flow, end.isLeft(), end.toOption(), next));
  }
}
