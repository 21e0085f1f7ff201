package io.drsorchestrator.adapter.out.dynamodb;

import static io.drsorchestrator.domain.execution.ExecutionStatus.PAUSED;
import static io.drsorchestrator.domain.execution.ExecutionStatus.PENDING;
import static io.drsorchestrator.domain.execution.ExecutionStatus.POLLING;

import io.drsorchestrator.application.port.Gates;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.StartableExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.wave.ActiveWave;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.control.Option;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Pausing and resuming. The record decides; the task token only rings the workflow. */
final class DynamoDbGates implements Gates {

  private final HistoryWrites writes;

  DynamoDbGates(HistoryWrites writes) {
    this.writes = writes;
  }

  /** Only while a wave is left that nobody has claimed: waves start in order, so the last one. */
  @Override
  public WriteOutcome requestPause(Transition<StartableExecution> requested) {
    var next = requested.next();
    var request = next.pauseRequest().get();
    var update =
        writes
            .leaving(requested, PENDING, POLLING)
            .whenMissing("pauseRequest")
            .whenEqual(WavePath.of(new WaveNumber(next.totalWaves() - 1), "status"), pending())
            .set("pauseRequest", ExecutionItem.request(request));
    OperatorLog.append(
        update, "pause", request, next.waves().pending().headOption().map(Wave::number));
    return writes.write(requested, update);
  }

  /** PAUSED, the gate and the token in one write: there is no PAUSED without a token (D19). */
  @Override
  public WriteOutcome pause(Transition<PausedExecution> paused) {
    var next = paused.next();
    var update =
        writes
            .leaving(paused, PENDING, POLLING, PAUSED)
            .whenEqual(WavePath.of(next.before(), "status"), pending())
            .set("status", Attributes.text(PAUSED.name()))
            .set("taskToken", Attributes.text(next.token().value()))
            .set("pausedBeforeWave", Attributes.number(next.before().value()))
            .remove("pauseRequest");
    if (!isRenewal(paused)) {
      GateItem.begin(update, next.waiting());
    }
    return writes.write(paused, update);
  }

  /** A new token makes the gate no younger: who is to be reminded, and when, stays as it is. */
  private static boolean isRenewal(Transition<PausedExecution> paused) {
    return paused.before().exists(PausedExecution.class::isInstance);
  }

  @Override
  public WriteOutcome requestResume(Transition<PausedExecution> requested) {
    var next = requested.next();
    var request = next.resumeIntent().get();
    var update =
        writes
            .leaving(requested, PAUSED)
            .whenEqual("pausedBeforeWave", Attributes.number(next.before().value()))
            .set("resumeRequest", ExecutionItem.request(request));
    OperatorLog.append(update, "resume", request, Option.some(next.before()));
    return writes.write(requested, update);
  }

  /** The wave behind the gate is created in the write that lifts the gate (FR-7.3, I6). */
  @Override
  public WriteOutcome resume(Transition<PollingExecution> resumed) {
    var wave = resumed.next().waves().active().get();
    var update =
        writes
            .leaving(resumed, PAUSED)
            .whenPresent("resumeRequest")
            .whenEqual(WavePath.of(wave.number(), "status"), pending())
            .set("status", Attributes.text(POLLING.name()))
            .remove(GateItem.ATTRIBUTES);
    create(update, wave);
    return writes.write(resumed, update);
  }

  private static void create(ItemUpdate update, ActiveWave wave) {
    WaveWrites.status(update, wave.number(), WaveStatus.POLLING);
    update
        .set("currentWave", Attributes.number(wave.number().ordinal()))
        .set(WavePath.of(wave.number(), "startTime"), Attributes.time(wave.startTime()));
  }

  private static AttributeValue pending() {
    return Attributes.text(WaveStatus.PENDING.name());
  }
}
