package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.explorer.Flow.Phase;
import io.drsorchestrator.application.explorer.Order.Kind;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All that can happen next in a world. */
final class Moves {

  private static final Set<String> AWS_CALLS =
      io.vavr.collection.HashSet.of(
          "RecoveryJobs.start",
          "RecoveryJobs.describe",
          "RecoveryJobs.findLaunched",
          "Workflows.start",
          "Workflows.ring",
          "Workflows.stop",
          "Workflows.running",
          "Workflows.describe");

  private final Scope scope;
  private final Calls calls;

  Moves(Scope scope, Calls calls) {
    this.scope = scope;
    this.calls = calls;
  }

  Vector<Move> of(World world) {
    var moves = new ArrayList<Move>();
    for (int i = 0; i < world.ops().size(); i++) {
      inFlight(world, i, moves);
    }
    flow(world, moves);
    visitors(world, moves);
    weather(world, moves);
    time(world, moves);
    return Vector.ofAll(moves).filter(move -> world.left().covers(move.cost()));
  }

  private void inFlight(World world, int index, List<Move> moves) {
    var op = world.ops().get(index);
    int preemption = preemption(world, index);
    add(moves, preemption, 0, 0, () -> calls.next(world, index, Mode.FINE));
    if (AWS_CALLS.contains(op.next())) {
      trouble(
          Trouble.LOST_ANSWER, moves, preemption, () -> calls.next(world, index, Mode.ANSWER_LOST));
      trouble(Trouble.SILENCE, moves, preemption, () -> calls.next(world, index, Mode.NO_ANSWER));
    }
    if (op.next().equals("RecoveryJobs.start")) {
      trouble(Trouble.REFUSAL, moves, preemption, () -> rejected(world, index));
      trouble(Trouble.REFUSAL, moves, preemption, () -> calls.next(world, index, Mode.POSTPONED));
    }
    trouble(Trouble.CRASH, moves, preemption, () -> calls.crash(world, index));
    if (op.isFlows() && world.ops().size() < scope.inFlight()) {
      trouble(Trouble.DUPLICATE, moves, preemption, () -> calls.duplicate(world, index));
    }
  }

  private Reached rejected(World world, int index) {
    return calls.next(world.with(Past.EXCUSED), index, Mode.REJECTED);
  }

  private void flow(World world, List<Move> moves) {
    var flow = world.flow();
    int preemption = preemption(world, -1);
    if (flow.phase() == Phase.DUE) {
      if (world.ops().size() < scope.inFlight()) {
        add(moves, preemption, 0, 0, () -> calls.due(world));
      }
      trouble(
          Trouble.EXHAUSTION,
          moves,
          preemption,
          () -> excused(flow.due().text() + " fails for good", world, FlowRules.caught(flow)));
    }
    if (flow.isRunning()) {
      trouble(
          Trouble.DEATH,
          moves,
          preemption,
          () ->
              excused("the workflow is aborted", world, Flow.ended("ABORTED", "Aborted by hand")));
    }
  }

  private static Reached excused(String text, World world, Flow flow) {
    return Reached.by(text, world.with(flow).with(Past.EXCUSED));
  }

  private void visitors(World world, List<Move> moves) {
    if (world.ops().size() < scope.inFlight()) {
      for (var kind : scope.visitors()) {
        if (comes(kind, world)) {
          var order = kind == Kind.START_WAVE ? Order.of(kind, 0) : Order.of(kind);
          int visit = kind == Kind.START ? 0 : 1;
          add(moves, preemption(world, -1), 0, visit, () -> calls.begin(world, order, false));
        }
      }
    }
  }

  private static boolean comes(Kind kind, World world) {
    var flow = world.flow();
    return switch (kind) {
      case START -> flow.phase() == Phase.NOT_STARTED;
      case DEATH -> flow.phase() == Phase.ENDED && !flow.end().equals("SUCCEEDED");
      case FOREIGN -> world.item().has("stateMachineArn");
      case ASK_DELETE -> world.item().hasEnded();
      default -> true;
    };
  }

  private void weather(World world, List<Move> moves) {
    for (int i = 0; i < world.jobs().size(); i++) {
      int index = i;
      for (var kind : scope.weather()) {
        kind.happen(world.jobs().get(index), world.now())
            .forEach(
                job ->
                    add(
                        moves,
                        preemption(world, -1),
                        0,
                        0,
                        () -> weather(world, kind, index, job)));
      }
    }
  }

  private static Reached weather(World world, Weather kind, int index, Job job) {
    var after = world.withJobs(world.jobs().update(index, job));
    return Reached.by(job.id() + " " + kind, job.isExcuse() ? after.with(Past.EXCUSED) : after);
  }

  /** No invocation lives as long as a tick. */
  private void time(World world, List<Move> moves) {
    if (world.ops().isEmpty()) {
      add(moves, 0, 0, 0, () -> Reached.by("time passes", world.at(world.now().plus(Age.TICK))));
      trouble(
          Trouble.DEADLINE,
          moves,
          0,
          () -> Reached.by("a day passes", world.at(world.now().plus(Age.DAY)).with(Past.EXCUSED)));
      if (world.flow().phase() == Phase.WAITING) {
        add(moves, 0, 0, 0, () -> timeOut(world));
      }
    }
  }

  static Reached timeOut(World world) {
    var flow = FlowRules.again(world.flow(), world.names().freeToken());
    return Reached.by(
        "the wait for " + world.flow().due().token() + " times out", world.with(flow));
  }

  private void trouble(Trouble kind, List<Move> moves, int preemption, Supplier<Reached> make) {
    if (scope.troubles().contains(kind)) {
      add(moves, preemption, 1, 0, make);
    }
  }

  private static void add(
      List<Move> moves, int preemption, int fault, int visitor, Supplier<Reached> make) {
    var cost = Allowance.cost(preemption, fault, visitor);
    moves.add(new Move(cost, () -> paid(make.get(), cost)));
  }

  private static Reached paid(Reached reached, Allowance cost) {
    var world = reached.world();
    return reached.with(world.with(world.left().less(cost)));
  }

  /** Whether it interrupts the invocation that has moved last. */
  private static int preemption(World world, int mover) {
    return world.last() < 0 || world.last() == mover ? 0 : 1;
  }
}
