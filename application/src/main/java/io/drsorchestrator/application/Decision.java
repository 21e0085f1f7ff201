package io.drsorchestrator.application;

import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;

/** The answer of every lifecycle operation: where the execution is and what comes next. */
public record Decision(
    ExecutionKey key, ExecutionStatus status, NextStep next, Vector<WaveStatus> waves) {

  public static Decision of(Execution execution, Instant now) {
    return new Decision(
        execution.key(), execution.status(), execution.nextStep(now), execution.waveStatuses());
  }

  public int completedWaves() {
    return waves.count(status -> status == WaveStatus.COMPLETED);
  }

  /** The same decision, not before {@code wait} has passed. */
  public Decision after(Duration wait) {
    return new Decision(key, status, next.after(wait), waves);
  }

  /**
   * The decision as the wave machine of {@code wave} needs it: a step of another wave is that
   * machine's end, and its parent's to run.
   */
  public Decision forWaveMachineOf(WaveNumber wave) {
    return next.wave().exists(other -> !other.equals(wave)) && isWaveStep()
        ? new Decision(key, status, forParent(), waves)
        : this;
  }

  private boolean isWaveStep() {
    return switch (next.kind()) {
      case START_WAVE, AWAIT_WAVE -> true;
      case RUN_WAVE, PAUSE, FINALIZE, FAIL, CANCEL, DONE -> false;
    };
  }

  private NextStep forParent() {
    return new NextStep(NextStep.Kind.RUN_WAVE, next.wave(), Duration.ZERO);
  }
}
