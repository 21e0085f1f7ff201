package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.explorer.Flow.Phase;
import io.drsorchestrator.application.explorer.Order.Kind;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The continuation in which nothing goes wrong any more: whoever may move moves in turn, jobs end,
 * time passes and an operator opens the gates. It must come to an end that the past allows. Worlds
 * from which it is known to do so are remembered.
 */
final class Fair {

  private static final int ROUNDS = 60;

  private final Calls calls;
  private final List<Round> rounds = new ArrayList<>();
  private final Set<Fingerprint> good = new HashSet<>();

  Fair(Calls calls) {
    this.calls = calls;
  }

  /** How it goes wrong from a world in which nothing is in flight. */
  Option<Violation> judge(World world) {
    rounds.clear();
    var seen = new ArrayList<Fingerprint>();
    var now = world.with(Allowance.UNLIMITED);
    for (int i = 0; i < ROUNDS; i++) {
      var print = Fingerprint.of(now);
      if (good.contains(print)) {
        good.addAll(seen);
        return Option.none();
      }
      if (isOver(now)) {
        var wrong = outcome(now);
        if (wrong.isEmpty()) {
          good.addAll(seen);
          good.add(print);
        }
        return wrong;
      }
      var isStuck = seen.contains(print);
      seen.add(print);
      var round = new Round(calls, now);
      round.run(isStuck);
      rounds.add(round);
      if (round.violation().isDefined()) {
        return round.violation();
      }
      now = round.world();
    }
    return Option.some(stuck(now));
  }

  /** What was done in the last continuation that went wrong. */
  Vector<String> script() {
    return Vector.ofAll(rounds).flatMap(Round::script);
  }

  private static Violation stuck(World world) {
    var item = world.item();
    return new Violation(
        Violation.LIVENESS,
        "for ever %s %s, the workflow %s"
            .formatted(item.status(), item.waveStatuses(), world.flow().text()));
  }

  private static boolean isOver(World world) {
    return world.stored().item().forAll(Raw::hasEnded)
        && (world.flow().phase() == Phase.ENDED || world.flow().phase() == Phase.NOT_STARTED);
  }

  private static Option<Violation> outcome(World world) {
    var item = world.item();
    var allowed =
        item.has("cancelRequest")
            ? List.of("CANCELLED")
            : world.isExcused() ? List.of("COMPLETED", "FAILED") : List.of("COMPLETED");
    return Option.when(
        world.stored().item().isDefined() && !item.has(allowed),
        () -> new Violation(Violation.OUTCOME, item.status() + " is not " + allowed));
  }

  /** One turn of everybody. */
  private static final class Round {

    private final Calls calls;
    private World world;
    private Option<Violation> violation = Option.none();
    private final List<Supplier<String>> moves = new ArrayList<>();

    Round(Calls calls, World world) {
      this.calls = calls;
      this.world = world;
    }

    World world() {
      return world;
    }

    /** What was done in it. */
    Vector<String> script() {
      return Vector.ofAll(moves).map(Supplier::get);
    }

    Option<Violation> violation() {
      return violation;
    }

    void run(boolean isStuck) {
      jobsEnd();
      if (world.flow().phase() == Phase.DUE) {
        finish(calls.due(world));
      }
      world = world.at(world.now().plus(Age.TICK));
      if (world.flow().phase() == Phase.ENDED && !world.flow().end().equals("SUCCEEDED")) {
        visit(Kind.DEATH);
      }
      visit(Kind.FIND);
      if (world.item().status().equals("PAUSED") && !world.item().has("resumeRequest")) {
        visit(Kind.ASK_RESUME);
      }
      if (isStuck && world.flow().phase() == Phase.WAITING) {
        step(Moves.timeOut(world));
      }
    }

    private void jobsEnd() {
      for (int i = 0; i < world.jobs().size(); i++) {
        int index = i;
        Weather.ENDS_WELL
            .happen(world.jobs().get(i), world.now())
            .forEach(job -> world = world.withJobs(world.jobs().update(index, job)));
      }
    }

    private void visit(Kind kind) {
      finish(calls.begin(world, Order.of(kind), false));
    }

    private void finish(Reached first) {
      step(first);
      for (int i = 0; i < 100 && !world.ops().isEmpty(); i++) {
        step(calls.next(world, 0, Mode.FINE));
      }
      if (!world.ops().isEmpty()) {
        fail(new Violation(Violation.LIVENESS, "never ends: " + world.ops().head().text()));
      }
    }

    private void step(Reached move) {
      Judge.judge(world, move).forEach(this::fail);
      moves.add(move.text());
      world = move.world();
    }

    private void fail(Violation found) {
      violation = violation.orElse(Option.some(found));
    }
  }
}
