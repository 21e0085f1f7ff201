package io.drsorchestrator.application.poll;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.wave.UnrecordedJobs;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.WaveProgress;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.vavr.control.Either;

/**
 * A wave that was claimed when the execution was cancelled: its job is looked for, and only if
 * there is none, and nobody can start one any more, is the wave given up.
 */
final class AbandonedClaims {

  private final Lifecycle lifecycle;
  private final UnrecordedJobs unrecorded;

  AbandonedClaims(Lifecycle lifecycle, UnrecordedJobs unrecorded) {
    this.lifecycle = lifecycle;
    this.unrecorded = unrecorded;
  }

  /** The wave given up, or else the decision after waiting for it or adopting its job. */
  Either<Decision, WaveProgress> settle(CancellingExecution execution, ClaimedWave wave) {
    var abandoned = execution.abandon(wave, lifecycle.now());
    if (abandoned.isLeft()) {
      return Left(lifecycle.decide(execution));
    }
    return unrecorded.adopt(execution, wave).isDefined()
        ? Left(lifecycle.decide(lifecycle.find(execution.key().executionId())))
        : Right(abandoned.get());
  }
}
