package io.drsorchestrator.domain.execution;

import static io.vavr.API.Left;
import static io.vavr.API.None;
import static io.vavr.API.Right;
import static io.vavr.API.Some;

import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionResumed;
import io.drsorchestrator.domain.execution.LifecycleEvent.PauseOverdue;
import io.drsorchestrator.domain.execution.LifecycleEvent.PauseRenewed;
import io.drsorchestrator.domain.execution.LifecycleEvent.ResumeRequested;
import io.drsorchestrator.domain.execution.LifecycleViolation.AlreadyRequested;
import io.drsorchestrator.domain.execution.LifecycleViolation.NoResumeIntent;
import io.drsorchestrator.domain.execution.LifecycleViolation.NobodyWaits;
import io.drsorchestrator.domain.execution.LifecycleViolation.NotItsTurn;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.PendingWave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * An execution that waits for an operator before a wave.
 *
 * @param before the wave that starts on resume
 * @param token the newest task token of the waiting workflow, stored together with PAUSED
 * @param resumeIntent an operator's decision; the token only rings the workflow (D15)
 * @param waiting since the gate was reached, whatever becomes of the token
 */
public record PausedExecution(
    ExecutionFacts facts,
    WaveNumber before,
    CallbackToken token,
    Option<OperatorRequest> resumeIntent,
    GateWait waiting)
    implements ActiveExecution {

  @Override
  public ExecutionStatus status() {
    return ExecutionStatus.PAUSED;
  }

  /** The workflow pauses again after a time-out or a retry: the newest token is the valid one. */
  @Override
  public Either<LifecycleViolation, Transition<PausedExecution>> pause(
      WorkflowAuthority workflow, CallbackToken renewed, Instant now) {
    return Workflows.onRecord(facts, workflow)
        .map(
            ok ->
                Transition.of(
                    this,
                    new PausedExecution(facts.next(), before, renewed, resumeIntent, waiting),
                    new PauseRenewed(before)));
  }

  /** Older systems could store PAUSED without a token: then there is nobody to wake (D19). */
  @Override
  public Either<LifecycleViolation, Transition<PausedExecution>> requestResume(
      OperatorRequest request) {
    if (resumeIntent.isDefined()) {
      return Left(new AlreadyRequested(resumeIntent.get()));
    }
    return token.isMissing()
        ? Left(new NobodyWaits(before))
        : Right(
            Transition.of(
                this,
                new PausedExecution(facts.next(), before, token, Some(request), waiting),
                new ResumeRequested(before, request)));
  }

  /** Since when an operator's decision is missing; absent once there is one. */
  public Option<Instant> undecidedSince() {
    return resumeIntent.isEmpty() ? waiting.since() : None();
  }

  /** What to remind people of, if it is time and no operator has decided yet. */
  public Option<PauseOverdue> overdue(Instant now) {
    return Option.when(
        resumeIntent.isEmpty() && waiting.isReminderDue(now),
        () -> new PauseOverdue(before, waiting.reminded(now)));
  }

  @Override
  public Either<LifecycleViolation, Transition<PollingExecution>> resume(
      WorkflowAuthority workflow, Instant now) {
    return Workflows.onRecord(facts, workflow)
        .flatMap(ok -> resumeIntent.toEither(() -> new NoResumeIntent(before)))
        .flatMap(intent -> created(now))
        .map(wave -> Transition.of(this, polling(wave), new ExecutionResumed(before)));
  }

  private Either<LifecycleViolation, ClaimedWave> created(Instant now) {
    return waves()
        .find(before)
        .filter(PendingWave.class::isInstance)
        .map(wave -> ((PendingWave) wave).claim(None(), None(), now))
        .toEither(() -> new NotItsTurn(before, waves().current().map(w -> w.number())));
  }

  private PollingExecution polling(ClaimedWave wave) {
    return new PollingExecution(facts.next(waves().with(wave)), None());
  }

  @Override
  public Either<LifecycleViolation, Transition<? extends Execution>> requestCancel(
      OperatorRequest request) {
    return Right(Cancellation.of(this, request));
  }

  @Override
  public Either<LifecycleViolation, Transition<FailedExecution>> fail(Instant now) {
    return Failure.ofWave(this, now);
  }

  @Override
  public Either<LifecycleViolation, Transition<FailedExecution>> workflowDied(
      FailureCause cause, Instant now) {
    return Right(Failure.ofWorkflow(this, cause, now));
  }

  @Override
  public NextStep nextStep(Instant now) {
    return NextStep.of(NextStep.Kind.PAUSE, before);
  }
}
