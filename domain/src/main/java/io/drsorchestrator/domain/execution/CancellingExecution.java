package io.drsorchestrator.domain.execution;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.domain.execution.LifecycleViolation.AlreadyRequested;
import io.drsorchestrator.domain.execution.LifecycleViolation.LeaseHeld;
import io.drsorchestrator.domain.execution.LifecycleViolation.WaveUnderWay;
import io.drsorchestrator.domain.wave.ActiveWave;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.RunningWave;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;

/** An execution that is cancelled as soon as the wave that is under way has ended (I8, D17). */
public record CancellingExecution(ExecutionFacts facts, OperatorRequest request)
    implements ActiveExecution, RunningExecution {

  @Override
  public ExecutionStatus status() {
    return ExecutionStatus.CANCELLING;
  }

  @Override
  public Either<LifecycleViolation, Transition<? extends Execution>> requestCancel(
      OperatorRequest repeated) {
    return Left(new AlreadyRequested(request));
  }

  /** Gives up a claim that nobody can launch any more and that has no job in DRS. */
  public Either<LifecycleViolation, WaveProgress> abandon(ClaimedWave wave, Instant now) {
    var lease = wave.lease(now);
    return lease.isZero()
        ? Right(WaveProgress.of(facts, wave, wave.cancel(now)))
        : Left(new LeaseHeld(wave.number(), lease));
  }

  @Override
  public Either<LifecycleViolation, Transition<CancelledExecution>> finishCancel(Instant now) {
    return waves()
        .active()
        .<Either<LifecycleViolation, Transition<CancelledExecution>>>map(
            wave -> Left(new WaveUnderWay(wave.number())))
        .getOrElse(() -> Right(Cancellation.finish(this, now)));
  }

  @Override
  public CancellingExecution after(WaveProgress progress) {
    return new CancellingExecution(facts.observed(progress), request);
  }

  /** AWAIT_WAVE or CANCEL, whatever the result of the wave. */
  @Override
  public NextStep nextStep(Instant now) {
    return waves()
        .active()
        .map(
            wave -> NextStep.of(NextStep.Kind.AWAIT_WAVE, wave.number()).after(patience(wave, now)))
        .getOrElse(() -> NextStep.of(NextStep.Kind.CANCEL));
  }

  private static Duration patience(ActiveWave wave, Instant now) {
    return wave instanceof RunningWave running
        ? PollingInterval.of(running, now)
        : ((ClaimedWave) wave).lease(now).plusSeconds(1);
  }
}
