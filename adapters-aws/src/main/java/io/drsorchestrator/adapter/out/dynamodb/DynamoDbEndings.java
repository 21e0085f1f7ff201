package io.drsorchestrator.adapter.out.dynamodb;

import static io.drsorchestrator.domain.execution.ExecutionStatus.CANCELLING;
import static io.drsorchestrator.domain.execution.ExecutionStatus.PAUSED;
import static io.drsorchestrator.domain.execution.ExecutionStatus.PENDING;
import static io.drsorchestrator.domain.execution.ExecutionStatus.POLLING;

import io.drsorchestrator.application.port.Endings;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.application.size.TextBounds;
import io.drsorchestrator.domain.execution.CancelledExecution;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.FailedExecution;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.drsorchestrator.domain.wave.Waves;
import io.vavr.Tuple2;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** FAILED and CANCELLED. Waves that never started end with the execution (contract 2.5). */
final class DynamoDbEndings implements Endings {

  private final HistoryWrites writes;

  DynamoDbEndings(HistoryWrites writes) {
    this.writes = writes;
  }

  @Override
  public WriteOutcome fail(Transition<FailedExecution> failed) {
    var next = failed.next();
    var update =
        ended(failed, next.endTime(), ExecutionStatus.FAILED, PENDING, POLLING, PAUSED)
            .set("errorCode", Attributes.text(next.cause().code(), TextBounds.CODE))
            .set("errorMessage", Attributes.text(next.cause().message(), TextBounds.FAILURE));
    OutcomeItem.put(update, ExecutionStatus.FAILED, next.facts().waves());
    changedWaves(failed, next.facts().waves()).forEach(wave -> end(update, wave));
    return writes.write(failed, update);
  }

  @Override
  public WriteOutcome requestCancel(Transition<? extends Execution> requested) {
    return requested.next() instanceof CancellingExecution cancelling
        ? cancelling(requested, cancelling)
        : cancelled(requested, (CancelledExecution) requested.next());
  }

  private WriteOutcome cancelling(Transition<?> requested, CancellingExecution next) {
    var update =
        writes
            .leaving(requested, PENDING, POLLING, PAUSED)
            .set("status", Attributes.text(CANCELLING.name()));
    cancelRequest(update, requested, next.request());
    changedWaves(requested, next.waves()).forEach(wave -> end(update, wave));
    return writes.write(requested, update);
  }

  private WriteOutcome cancelled(Transition<?> requested, CancelledExecution next) {
    var update =
        ended(requested, next.endTime(), ExecutionStatus.CANCELLED, PENDING, POLLING, PAUSED);
    cancelRequest(update, requested, next.request());
    OutcomeItem.put(update, ExecutionStatus.CANCELLED, next.facts().waves());
    changedWaves(requested, next.facts().waves()).forEach(wave -> end(update, wave));
    return writes.write(requested, update);
  }

  private static void cancelRequest(
      ItemUpdate update, Transition<?> requested, OperatorRequest request) {
    update.set("cancelRequest", ExecutionItem.request(request));
    OperatorLog.append(update, requested, "cancel", request, Option.none());
  }

  @Override
  public WriteOutcome finishCancel(Transition<CancelledExecution> cancelled) {
    var next = cancelled.next();
    var update = ended(cancelled, next.endTime(), ExecutionStatus.CANCELLED, CANCELLING);
    OutcomeItem.put(update, ExecutionStatus.CANCELLED, next.facts().waves());
    return writes.write(cancelled, update);
  }

  private ItemUpdate ended(
      Transition<?> transition,
      Instant endTime,
      ExecutionStatus status,
      ExecutionStatus... leaving) {
    return writes
        .leaving(transition, leaving)
        .set("status", Attributes.text(status.name()))
        .set("endTime", Attributes.time(endTime))
        .remove(GateItem.ATTRIBUTES);
  }

  /** Each wave that the transition ends, with the wave as it was read. */
  private static Vector<Tuple2<Wave, EndedWave>> changedWaves(
      Transition<?> transition, Waves after) {
    return transition
        .before()
        .toVector()
        .flatMap(before -> before.waves().all())
        .zip(after.all())
        .filter(pair -> pair._1.status() != pair._2.status())
        .map(pair -> pair.map2(EndedWave.class::cast));
  }

  private static void end(ItemUpdate update, Tuple2<Wave, EndedWave> change) {
    if (WaveItem.isMissing(change._1)) {
      append(update, change._2);
    } else {
      endStored(update, change);
    }
  }

  /** Older systems store a wave when it starts, and may do so since it was read. */
  private static void append(ItemUpdate update, EndedWave wave) {
    var element = WavePath.of(wave.number());
    update.whenMissing(element).set(element, WaveFields.neverStarted(wave));
  }

  /** A poll may have ended the wave since it was read: its result must not be overwritten. */
  private static void endStored(ItemUpdate update, Tuple2<Wave, EndedWave> change) {
    var wave = change._2;
    if (change._1.status() == WaveStatus.POLLING) {
      update.when(WavePath.isActive(update, wave.number()));
    }
    WaveWrites.outcome(update, wave);
  }
}
