package io.drsorchestrator.domain.lifecycle;

import static io.drsorchestrator.domain.Moments.NOON;

import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.LifecycleViolation;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;

/**
 * An execution, the truth around it, and what has happened to it so far. The history is written
 * down beside the domain and never read from it.
 *
 * @param before the execution as it was before the last move
 * @param launchers invocations that claimed a wave and may be about to call StartRecovery
 */
record World(
    Vector<WavePlan> plan,
    Execution before,
    Execution execution,
    Move.Kind last,
    Instant now,
    Drs drs,
    Vector<Launcher> launchers,
    History history) {

  /**
   * An invocation between its claim and its launch.
   *
   * @param until when it must be over
   * @param sawJob whether it has found a job of the wave: then it starts none
   */
  record Launcher(int wave, Instant from, Instant until, boolean sawJob, boolean done) {

    Launcher over() {
      return new Launcher(wave, from, until, sawJob, true);
    }
  }

  static World of(Vector<WavePlan> plan) {
    var created = Store.created(plan);
    return new World(
        plan, created, created, Move.Kind.NONE, NOON, Drs.IDLE, Vector.empty(), History.EMPTY);
  }

  /** After a move that led to {@code next}. */
  World reached(Move.Kind kind, Execution next) {
    return new World(plan, execution, next, kind, now, drs, launchers, history.saw(next.status()));
  }

  /** After a move that left the execution as it is. */
  World stays() {
    return new World(plan, execution, execution, Move.Kind.NONE, now, drs, launchers, history);
  }

  World refused(LifecycleViolation violation) {
    return stays().with(history.refused(violation));
  }

  World with(History known) {
    return new World(plan, before, execution, last, now, drs, launchers, known);
  }

  World with(Drs truth) {
    return new World(plan, before, execution, last, now, truth, launchers, history);
  }

  World with(Vector<Launcher> invocations) {
    return new World(plan, before, execution, last, now, drs, invocations, history);
  }

  World later(Duration time) {
    return new World(plan, before, execution, last, now.plus(time), drs, launchers, history);
  }

  /** The first wave that is not COMPLETED; the number of waves if there is none. */
  int turn() {
    var turn = kinds(execution).indexWhere(kind -> !kind.equals("COMPLETED"));
    return turn < 0 ? plan.size() : turn;
  }

  /** Whether the wave whose turn it is has not started. */
  boolean isFresh() {
    return kinds(execution).find(kind -> !kind.equals("COMPLETED")).contains("PENDING");
  }

  static Vector<String> kinds(Execution execution) {
    return Store.waves(execution).map(LifecycleExploration::kind);
  }
}
