package io.drsorchestrator.application.memory;

import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.Revision;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * An update of single fields on conditions that are judged by what is stored, as DynamoDB does.
 *
 * @param write whose update it is, such as {@code Gates.pause}
 */
record Change(String write, Vector<Clause> clauses, UnaryOperator<Item> effect) {

  /** One condition of several that must all hold. */
  record Clause(String name, Predicate<Item> holds) {}

  /** On no condition but that the item exists. */
  static Change of(String write) {
    return new Change(write, Vector.empty(), item -> item);
  }

  /** Whether every clause holds that {@code guards} leaves standing. */
  boolean isAllowed(Item item, Guards guards) {
    return clauses.forAll(
        clause -> !guards.stand(write, clause.name()) || clause.holds().test(item));
  }

  /** Every lifecycle write: from the version that was read, out of one of {@code statuses}. */
  static Change leaving(String write, Transition<?> transition, ExecutionStatus... statuses) {
    var read = transition.before().map((ActiveExecution before) -> before.facts().revision()).get();
    return of(write)
        .whenEqual("version", read.value())
        .whenStatusIn(statuses)
        .set("version", next(read));
  }

  private static Object next(Revision read) {
    return read.next().value();
  }

  Change when(String clause, Predicate<Item> further) {
    return new Change(write, clauses.append(new Clause(clause, further)), effect);
  }

  Change whenStatusIn(ExecutionStatus... statuses) {
    var words = Vector.of(statuses).map(Enum::name);
    return when("status", item -> item.text("status").exists(words::contains));
  }

  Change whenEqual(String name, Object expected) {
    return when(name, item -> item.get(name).contains(expected));
  }

  Change whenMissing(String name) {
    return when("no " + name, item -> item.get(name).isEmpty());
  }

  Change whenPresent(String name) {
    return when(name, item -> item.get(name).isDefined());
  }

  Change whenWave(WaveNumber wave, WaveStatus status) {
    return whenEqual(wave, "status", status.name());
  }

  Change whenEqual(WaveNumber wave, String name, Object expected) {
    return when(
        "wave " + name, item -> item.wave(wave).flatMap(w -> w.get(name)).contains(expected));
  }

  /** Also where the wave itself is missing: a path that leads nowhere does not exist. */
  Change whenMissing(WaveNumber wave, String name) {
    return when("no wave " + name, item -> item.wave(wave).flatMap(w -> w.get(name)).isEmpty());
  }

  Change then(UnaryOperator<Item> further) {
    return new Change(write, clauses, item -> further.apply(effect.apply(item)));
  }

  Change set(String name, Object value) {
    return then(item -> item.with(name, value));
  }

  Change set(String name, Instant time) {
    return then(item -> item.with(name, time));
  }

  Change set(ExecutionStatus status) {
    return set("status", status.name());
  }

  /** Adds to the end of a list, which need not be there yet. */
  Change append(String name, Item value) {
    return then(item -> item.with(name, item.items(name).append(value)));
  }

  Change remove(String... names) {
    return then(item -> item.without(names));
  }

  Change setWave(WaveNumber number, UnaryOperator<Item> change) {
    return then(item -> item.withWave(number, change.apply(item.wave(number).get())));
  }
}
