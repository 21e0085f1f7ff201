package io.drsorchestrator.application.memory;

import static io.drsorchestrator.domain.execution.ExecutionStatus.CANCELLED;
import static io.drsorchestrator.domain.execution.ExecutionStatus.CANCELLING;
import static io.drsorchestrator.domain.execution.ExecutionStatus.COMPLETED;
import static io.drsorchestrator.domain.execution.ExecutionStatus.FAILED;
import static io.drsorchestrator.domain.execution.ExecutionStatus.PAUSED;
import static io.drsorchestrator.domain.execution.ExecutionStatus.PENDING;
import static io.drsorchestrator.domain.execution.ExecutionStatus.POLLING;

import io.drsorchestrator.application.port.Completions;
import io.drsorchestrator.application.port.Endings;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.CancelledExecution;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.CompletedExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.FailedExecution;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.Outcome;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.drsorchestrator.domain.wave.Waves;
import io.vavr.Tuple2;
import io.vavr.control.Option;
import java.time.Instant;

/** COMPLETED, FAILED and CANCELLED. */
final class MemoryEndings implements Endings, Completions {

  private final Table table;

  MemoryEndings(Table table) {
    this.table = table;
  }

  @Override
  public WriteOutcome complete(Transition<CompletedExecution> completed) {
    var next = completed.next();
    var total = (long) next.totalWaves();
    return table.write(
        next.key(),
        outcome(
            Change.leaving("Completions.complete", completed, POLLING)
                .whenEqual("totalWaves", total)
                .whenEqual("completedWaves", total)
                .when("size(waves)", item -> item.items("waves").size() == total)
                .set(COMPLETED)
                .set("endTime", next.completedTime())
                .set("completedTime", next.completedTime())
                .remove("pauseRequest"),
            COMPLETED,
            next.facts().waves()));
  }

  @Override
  public WriteOutcome fail(Transition<FailedExecution> failed) {
    var next = failed.next();
    var change =
        ended(
                Change.leaving("Endings.fail", failed, PENDING, POLLING, PAUSED),
                FAILED,
                next.endTime())
            .set("errorCode", next.cause().code())
            .set("errorMessage", next.cause().message());
    return table.write(
        next.key(),
        withWaves(outcome(change, FAILED, next.facts().waves()), failed, next.facts().waves()));
  }

  @Override
  public WriteOutcome requestCancel(Transition<? extends Execution> requested) {
    var leaving = Change.leaving("Endings.requestCancel", requested, PENDING, POLLING, PAUSED);
    if (requested.next() instanceof CancellingExecution next) {
      var change = cancelRequest(leaving.set(CANCELLING), requested, next.request());
      return table.write(next.key(), withWaves(change, requested, next.waves()));
    }
    var next = (CancelledExecution) requested.next();
    var change =
        cancelRequest(ended(leaving, CANCELLED, next.endTime()), requested, next.request());
    return table.write(
        next.key(),
        withWaves(
            outcome(change, CANCELLED, next.facts().waves()), requested, next.facts().waves()));
  }

  private static Change outcome(Change change, ExecutionStatus status, Waves waves) {
    var outcome = Outcome.of(status, waves);
    return change
        .set("outcomeSummary", outcome.summary())
        .set("outcomeDetails", ItemWriter.outcome(outcome));
  }

  private static Change cancelRequest(
      Change change, Transition<?> requested, OperatorRequest request) {
    return change
        .set("cancelRequest", ItemWriter.request(request))
        .append("operatorRequests", ItemWriter.logged("cancel", requested, request, Option.none()));
  }

  @Override
  public WriteOutcome finishCancel(Transition<CancelledExecution> cancelled) {
    var next = cancelled.next();
    return table.write(
        next.key(),
        outcome(
            ended(Change.leaving("Endings.finishCancel", cancelled, CANCELLING), CANCELLED, next.endTime()),
            CANCELLED,
            next.facts().waves()));
  }

  private static Change ended(Change change, ExecutionStatus status, Instant endTime) {
    return change.set(status).set("endTime", endTime).remove(MemoryGates.OF_A_PAUSE);
  }

  private static Change withWaves(Change change, Transition<?> transition, Waves after) {
    return transition
        .before()
        .get()
        .waves()
        .all()
        .zip(after.all())
        .filter(pair -> pair._1.status() != pair._2.status())
        .map(pair -> pair.map2(EndedWave.class::cast))
        .foldLeft(change, MemoryEndings::withWave);
  }

  /** A result that a poll has stored in between is not overwritten. */
  private static Change withWave(Change change, Tuple2<Wave, EndedWave> wave) {
    var ended = wave._2;
    var guarded =
        wave._1.status() == WaveStatus.POLLING
            ? change.whenWave(ended.number(), WaveStatus.POLLING)
            : change;
    return guarded.setWave(ended.number(), stored -> ItemWriter.end(stored, ended));
  }
}
