package io.drsorchestrator.application.poll;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.WaveClaims;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.WaveLaunch;
import io.drsorchestrator.domain.execution.WaveProgress;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * A wave that was claimed when the execution was cancelled: its job is looked for, and only if
 * there is none, and nobody can start one any more, is the wave given up.
 */
final class AbandonedClaims {

  private final Lifecycle lifecycle;
  private final WaveClaims claims;
  private final RecoveryJobs jobs;

  AbandonedClaims(Lifecycle lifecycle, WaveClaims claims, RecoveryJobs jobs) {
    this.lifecycle = lifecycle;
    this.claims = claims;
    this.jobs = jobs;
  }

  /** The wave given up, or else the decision after waiting for it or adopting its job. */
  Either<Decision, WaveProgress> settle(CancellingExecution execution, ClaimedWave wave) {
    var abandoned = execution.abandon(wave, lifecycle.now());
    if (abandoned.isLeft()) {
      return Left(lifecycle.decide(execution));
    }
    return find(execution, wave)
        .<Either<Decision, WaveProgress>>map(job -> Left(adopt(execution, wave, job)))
        .getOrElse(() -> Right(abandoned.get()));
  }

  private Option<JobId> find(CancellingExecution execution, ClaimedWave wave) {
    var account = execution.facts().details().account();
    return wave.attempt()
        .flatMap(attempt -> wave.target())
        .flatMap(
            target ->
                jobs.findLaunched(
                    new DrsScope(account, target.region()),
                    execution.key(),
                    wave.number(),
                    wave.earliestLaunch()));
  }

  private Decision adopt(CancellingExecution execution, ClaimedWave wave, JobId job) {
    WaveLaunch.of(execution.key(), wave, job).forEach(claims::recordLaunch);
    return lifecycle.decide(lifecycle.find(execution.key().executionId()));
  }
}
