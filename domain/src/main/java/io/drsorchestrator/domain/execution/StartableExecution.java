package io.drsorchestrator.domain.execution;

import static io.vavr.API.Left;
import static io.vavr.API.None;
import static io.vavr.API.Right;
import static io.vavr.API.Some;

import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionPaused;
import io.drsorchestrator.domain.execution.LifecycleEvent.PauseRequested;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveClaimed;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveFailed;
import io.drsorchestrator.domain.execution.LifecycleViolation.AlreadyRequested;
import io.drsorchestrator.domain.execution.LifecycleViolation.GateClosed;
import io.drsorchestrator.domain.execution.LifecycleViolation.LeaseHeld;
import io.drsorchestrator.domain.execution.LifecycleViolation.NoWaveLeft;
import io.drsorchestrator.domain.execution.LifecycleViolation.NotItsTurn;
import io.drsorchestrator.domain.execution.LifecycleViolation.NothingToPauseFor;
import io.drsorchestrator.domain.execution.LifecycleViolation.WaveNotReady;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.LaunchTarget;
import io.drsorchestrator.domain.wave.PendingWave;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;

/** An execution whose next wave may start: PENDING or POLLING. */
public sealed interface StartableExecution extends ActiveExecution
    permits PendingExecution, PollingExecution {

  /** An operator's wish to pause at the next wave boundary. */
  Option<OperatorRequest> pauseRequest();

  /** The same state with {@code request} on record. */
  StartableExecution withPauseRequest(OperatorRequest request);

  @Override
  default Either<LifecycleViolation, Transition<PollingExecution>> claimWave(
      WaveNumber number, LaunchTarget target, LaunchAttempt attempt) {
    return itsTurn(number)
        .flatMap(wave -> claim(wave, target, attempt))
        .map(wave -> Transition.of(this, polling(wave), new WaveClaimed(number, attempt.id())));
  }

  private Either<LifecycleViolation, ClaimedWave> claim(
      Wave wave, LaunchTarget target, LaunchAttempt attempt) {
    if (wave instanceof PendingWave pending) {
      return isHeldBack(pending)
          ? Left(new GateClosed(wave.number()))
          : Right(pending.claim(Some(target), Some(attempt), attempt.startedAt()));
    }
    if (wave instanceof ClaimedWave claimed) {
      var lease = claimed.lease(attempt.startedAt());
      return lease.isZero()
          ? Right(claimed.reclaim(target, attempt))
          : Left(new LeaseHeld(wave.number(), lease));
    }
    return Left(new WaveNotReady(wave.number(), wave.status(), "start"));
  }

  @Override
  default Either<LifecycleViolation, Transition<PollingExecution>> failLaunch(
      WaveNumber number, String message, Instant now) {
    return itsTurn(number)
        .flatMap(wave -> failed(wave, message, now))
        .map(wave -> Transition.of(this, polling(wave), new WaveFailed(number, message)));
  }

  private Either<LifecycleViolation, EndedWave> failed(Wave wave, String message, Instant now) {
    if (wave instanceof PendingWave pending) {
      return isHeldBack(pending)
          ? Left(new GateClosed(wave.number()))
          : Right(pending.fail(message, now));
    }
    return wave instanceof ClaimedWave claimed
        ? Right(claimed.fail(message, now))
        : Left(new WaveNotReady(wave.number(), wave.status(), "fail to launch"));
  }

  @Override
  default Either<LifecycleViolation, Transition<PausedExecution>> pause(
      WorkflowAuthority workflow, CallbackToken token, Instant now) {
    return Workflows.onRecord(facts(), workflow)
        .flatMap(ok -> waves().current().toEither(NoWaveLeft::new))
        .flatMap(this::heldBack)
        .map(
            wave ->
                Transition.of(
                    this,
                    new PausedExecution(
                        facts().next(), wave.number(), token, None(), GateWait.from(now)),
                    new ExecutionPaused(wave.number(), pauseRequest())));
  }

  private Either<LifecycleViolation, PendingWave> heldBack(Wave wave) {
    if (wave instanceof PendingWave pending) {
      return isHeldBack(pending) ? Right(pending) : Left(new NothingToPauseFor(wave.number()));
    }
    return Left(new WaveNotReady(wave.number(), wave.status(), "be held back"));
  }

  @Override
  default Either<LifecycleViolation, Transition<StartableExecution>> requestPause(
      OperatorRequest request) {
    if (pauseRequest().isDefined()) {
      return Left(new AlreadyRequested(pauseRequest().get()));
    }
    return waves().pending().isEmpty() || waves().failed().nonEmpty()
        ? Left(new NoWaveLeft())
        : Right(Transition.of(this, withPauseRequest(request), new PauseRequested(request)));
  }

  @Override
  default Either<LifecycleViolation, Transition<? extends Execution>> requestCancel(
      OperatorRequest request) {
    return Right(Cancellation.of(this, request));
  }

  @Override
  default Either<LifecycleViolation, Transition<FailedExecution>> fail(Instant now) {
    return Failure.ofWave(this, now);
  }

  /** Not while somebody may still launch a wave: its job would be on nobody's record (I9). */
  @Override
  default Either<LifecycleViolation, Transition<FailedExecution>> workflowDied(
      FailureCause cause, Instant now) {
    return launching(now)
        .<Either<LifecycleViolation, Transition<FailedExecution>>>map(Either::left)
        .getOrElse(() -> Right(Failure.ofWorkflow(this, cause, now)));
  }

  private Option<LeaseHeld> launching(Instant now) {
    return waves()
        .active()
        .filter(wave -> wave instanceof ClaimedWave claimed && !claimed.lease(now).isZero())
        .map(wave -> new LeaseHeld(wave.number(), ((ClaimedWave) wave).lease(now)));
  }

  @Override
  default NextStep nextStep(Instant now) {
    return waves()
        .current()
        .map(wave -> stepAt(wave, now))
        .getOrElse(() -> NextStep.of(NextStep.Kind.FINALIZE));
  }

  private NextStep stepAt(Wave wave, Instant now) {
    if (wave instanceof PendingWave pending) {
      return NextStep.of(
          isHeldBack(pending) ? NextStep.Kind.PAUSE : NextStep.Kind.RUN_WAVE, wave.number());
    }
    if (wave instanceof ClaimedWave claimed) {
      return NextStep.of(NextStep.Kind.START_WAVE, wave.number()).after(claimed.lease(now));
    }
    return wave instanceof RunningWave running
        ? NextStep.of(NextStep.Kind.AWAIT_WAVE, wave.number())
            .after(PollingInterval.of(running, now))
        : NextStep.of(NextStep.Kind.FAIL, wave.number());
  }

  private boolean isHeldBack(PendingWave wave) {
    return wave.plan().pauseBeforeWave() || pauseRequest().isDefined();
  }

  private Either<LifecycleViolation, Wave> itsTurn(WaveNumber number) {
    var current = waves().current();
    return current
        .filter(wave -> wave.number().equals(number))
        .toEither(() -> new NotItsTurn(number, current.map(Wave::number)));
  }

  private PollingExecution polling(Wave wave) {
    return new PollingExecution(facts().next(waves().with(wave)), pauseRequest());
  }
}
