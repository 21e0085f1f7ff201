package io.drsorchestrator.application.memory;

import io.drsorchestrator.application.port.StartRegister.Entries;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.function.Function;

/** The execution-history table: each write is one atomic step. */
final class Table {

  static final String EXISTS = "exists";

  /** The lock of a plan: until when it holds, in epoch seconds, for whom, the newest execution. */
  record Lock(long expiry, Option<ExecutionId> holder, Option<ExecutionId> lastStarted) {

    boolean hasExpired(Instant now) {
      return expiry < now.getEpochSecond();
    }

    Lock released() {
      return new Lock(0, holder, lastStarted);
    }
  }

  /** All that is stored. */
  record State(Map<ExecutionKey, Item> executions, Map<PlanId, Lock> locks, Entries register) {

    static final State EMPTY = new State(LinkedHashMap.empty(), HashMap.empty(), Entries.NONE);

    State with(ExecutionKey key, Item item) {
      return new State(executions.put(key, item), locks, register);
    }

    State with(PlanId plan, Lock lock) {
      return new State(executions, locks.put(plan, lock), register);
    }

    State with(Entries entries) {
      return new State(executions, locks, entries);
    }
  }

  private final Guards guards;
  private State state = State.EMPTY;
  private Option<State> indexed = Option.none();

  Table(Guards guards) {
    this.guards = guards;
  }

  synchronized State state() {
    return state;
  }

  synchronized void restore(State earlier) {
    state = earlier;
  }

  /** One step that may look at everything; nothing is written if it yields nothing. */
  synchronized WriteOutcome step(Function<State, Option<State>> step) {
    var next = step.apply(state);
    state = next.getOrElse(state);
    return next.isDefined() ? WriteOutcome.WRITTEN : WriteOutcome.CONFLICT;
  }

  /** A deleted item does not come back. */
  WriteOutcome write(ExecutionKey key, Change change) {
    return step(
        current ->
            current
                .executions()
                .get(key)
                .orElse(() -> Option.when(!guards.stand(change.write(), EXISTS), () -> bare(key)))
                .filter(item -> change.isAllowed(item, guards))
                .map(item -> current.with(key, change.effect().apply(item))));
  }

  /** What an update without {@code attribute_exists} makes of nothing. */
  private static Item bare(ExecutionKey key) {
    return Item.EMPTY
        .with("executionId", key.executionId().value())
        .with("planId", key.planId().value());
  }

  Option<Item> find(ExecutionId id) {
    return state().executions().find(entry -> entry._1.executionId().equals(id)).map(e -> e._2);
  }

  void put(ExecutionKey key, Item item) {
    step(current -> Option.some(current.with(key, item)));
  }

  void delete(ExecutionKey key) {
    step(
        current ->
            Option.some(
                new State(current.executions().remove(key), current.locks(), current.register())));
  }

  synchronized void freezeIndexes() {
    indexed = Option.some(state);
  }

  synchronized void refreshIndexes() {
    indexed = Option.none();
  }

  /** Executions as the indexes know them, which may lag behind. */
  synchronized Vector<Item> indexed() {
    return indexed.getOrElse(state).executions().values().toVector();
  }
}
