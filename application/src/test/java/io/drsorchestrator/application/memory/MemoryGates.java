package io.drsorchestrator.application.memory;

import static io.drsorchestrator.domain.execution.ExecutionStatus.PAUSED;
import static io.drsorchestrator.domain.execution.ExecutionStatus.PENDING;
import static io.drsorchestrator.domain.execution.ExecutionStatus.POLLING;

import io.drsorchestrator.application.port.Gates;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.StartableExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.control.Option;

/** Pausing and resuming. */
final class MemoryGates implements Gates {

  static final String[] OF_A_PAUSE = {
    "taskToken", "pausedBeforeWave", "resumeRequest", "pauseRequest", "pausedTime", "pauseReminder"
  };

  private final Table table;

  MemoryGates(Table table) {
    this.table = table;
  }

  @Override
  public WriteOutcome requestPause(Transition<StartableExecution> requested) {
    var next = requested.next();
    var request = next.pauseRequest().get();
    var wave = next.waves().pending().headOption().map(Wave::number);
    return table.write(
        next.key(),
        Change.leaving("Gates.requestPause", requested, PENDING, POLLING)
            .whenMissing("pauseRequest")
            .whenWave(new WaveNumber(next.totalWaves() - 1), WaveStatus.PENDING)
            .set("pauseRequest", ItemWriter.request(request))
            .append("operatorRequests", ItemWriter.logged("pause", requested, request, wave)));
  }

  @Override
  public WriteOutcome pause(Transition<PausedExecution> paused) {
    var next = paused.next();
    var change =
        Change.leaving("Gates.pause", paused, PENDING, POLLING, PAUSED)
            .whenWave(next.before(), WaveStatus.PENDING)
            .set(PAUSED)
            .set("taskToken", next.token().value())
            .set("pausedBeforeWave", (long) next.before().value())
            .remove("pauseRequest");
    var renewed = paused.before().exists(PausedExecution.class::isInstance);
    return table.write(
        next.key(),
        renewed
            ? change
            : change.set("pausedTime", next.waiting().since().get()).remove("pauseReminder"));
  }

  @Override
  public WriteOutcome requestResume(Transition<PausedExecution> requested) {
    var next = requested.next();
    var request = next.resumeIntent().get();
    var wave = Option.some(next.before());
    return table.write(
        next.key(),
        Change.leaving("Gates.requestResume", requested, PAUSED)
            .whenEqual("pausedBeforeWave", (long) next.before().value())
            .set("resumeRequest", ItemWriter.request(request))
            .append("operatorRequests", ItemWriter.logged("resume", requested, request, wave)));
  }

  @Override
  public WriteOutcome resume(Transition<PollingExecution> resumed) {
    var wave = resumed.next().waves().active().get();
    return table.write(
        resumed.next().key(),
        Change.leaving("Gates.resume", resumed, PAUSED)
            .whenPresent("resumeRequest")
            .whenWave(wave.number(), WaveStatus.PENDING)
            .set(POLLING)
            .set("currentWave", (long) wave.number().ordinal())
            .setWave(
                wave.number(),
                stored -> stored.with("status", POLLING.name()).with("startTime", wave.startTime()))
            .remove(OF_A_PAUSE));
  }
}
