package io.drsorchestrator.application.memory;

import static io.drsorchestrator.domain.execution.ExecutionStatus.CANCELLED;
import static io.drsorchestrator.domain.execution.ExecutionStatus.COMPLETED;
import static io.drsorchestrator.domain.execution.ExecutionStatus.FAILED;

import io.drsorchestrator.application.port.Deletions;
import io.drsorchestrator.application.port.ExecutionListing;
import io.drsorchestrator.application.port.StoredKey;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.Tuple2;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.time.Instant;
import java.util.Map;

/** The history as a whole, and how it gets smaller. */
final class MemoryListing implements ExecutionListing, Deletions {

  private static final Vector<String> OLD_ENDS =
      Vector.of(
          "COMPLETED_WITH_WARNINGS",
          "PARTIAL",
          "TIMEOUT",
          "TERMINATED",
          "SUCCEEDED",
          "TIMED_OUT",
          "ABORTED");

  private final Table table;

  MemoryListing(Table table) {
    this.table = table;
  }

  @Override
  public Vector<Head> heads() {
    return table.state().executions().toVector().map(MemoryListing::head);
  }

  private static Head head(Tuple2<ExecutionKey, Item> entry) {
    return new Head(
        stored(entry._1),
        entry._2.text("status").getOrElse(""),
        startTime(entry._2),
        entry._2.text("accountId"));
  }

  private static Option<Instant> startTime(Item item) {
    return item.time("startTime")
        .filter(time -> time.isAfter(Instant.EPOCH))
        .orElse(
            () ->
                item.text("startTime")
                    .flatMap(text -> Try.of(() -> Instant.parse(text)).toOption()))
        .orElse(
            () ->
                item.text("startTime")
                    .flatMap(text -> Try.of(() -> Long.valueOf(text)).toOption())
                    .map(Instant::ofEpochSecond));
  }

  @Override
  public Vector<Map<String, Object>> documents(Vector<StoredKey> keys) {
    var state = table.state().executions();
    return keys.flatMap(key -> state.get(ours(key))).map(Item::document);
  }

  @Override
  public WriteOutcome delete(StoredKey key) {
    return table.step(
        state ->
            Option.when(
                state.executions().get(ours(key)).forAll(MemoryListing::hasEnded),
                () ->
                    new Table.State(
                        state.executions().remove(ours(key)), state.locks(), state.register())));
  }

  private static boolean hasEnded(Item item) {
    return item.text("status")
        .exists(
            word ->
                Vector.of(COMPLETED, FAILED, CANCELLED).exists(end -> end.name().equals(word))
                    || OLD_ENDS.contains(word));
  }

  private static StoredKey stored(ExecutionKey key) {
    return new StoredKey(key.executionId().value(), key.planId().value());
  }

  private static ExecutionKey ours(StoredKey key) {
    return new ExecutionKey(new ExecutionId(key.executionId()), new PlanId(key.planId()));
  }
}
