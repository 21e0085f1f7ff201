package io.drsorchestrator.domain.execution;

import static io.vavr.API.Left;

import io.drsorchestrator.domain.execution.LifecycleViolation.NotAllowed;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.LaunchTarget;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.drsorchestrator.domain.wave.Waves;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * An execution that has not ended. Commands that its state does not know are refused; none throws
 * and none mutates. Finalizing is not among them: only {@link PollingExecution} has it.
 */
public sealed interface ActiveExecution extends Execution
    permits StartableExecution, PausedExecution, CancellingExecution {

  ExecutionFacts facts();

  @Override
  default Option<ExecutionFacts> known() {
    return Option.some(facts());
  }

  default Waves waves() {
    return facts().waves();
  }

  @Override
  default ExecutionKey key() {
    return facts().key();
  }

  @Override
  default Vector<WaveStatus> waveStatuses() {
    return waves().statuses();
  }

  /** Claims the next wave for {@code attempt}, the only one that may launch it (I4, I6, I9). */
  default Either<LifecycleViolation, Transition<PollingExecution>> claimWave(
      WaveNumber number, LaunchTarget target, LaunchAttempt attempt) {
    return Left(new NotAllowed("start a wave", status()));
  }

  /** Records that the wave failed before it had a job, for the reason in {@code message}. */
  default Either<LifecycleViolation, Transition<PollingExecution>> failLaunch(
      WaveNumber number, String message, Instant now) {
    return Left(new NotAllowed("fail a launch", status()));
  }

  /** Pauses before the next wave, or renews the token of a pause (FR-7.1, FR-7.2). */
  default Either<LifecycleViolation, Transition<PausedExecution>> pause(
      WorkflowAuthority workflow, CallbackToken token, Instant now) {
    return Left(new NotAllowed("pause", status()));
  }

  /** Stores an operator's wish to pause; the next wave boundary honours it (D19). */
  default Either<LifecycleViolation, Transition<StartableExecution>> requestPause(
      OperatorRequest request) {
    return Left(new NotAllowed("pause", status()));
  }

  /** Stores an operator's wish to resume; the workflow does it (FR-7.5). */
  default Either<LifecycleViolation, Transition<PausedExecution>> requestResume(
      OperatorRequest request) {
    return Left(new NotAllowed("resume", status()));
  }

  /** Resumes and creates the next wave in one step (FR-7.3, FR-7.4). */
  default Either<LifecycleViolation, Transition<PollingExecution>> resume(
      WorkflowAuthority workflow, Instant now) {
    return Left(new NotAllowed("resume", status()));
  }

  /** Cancels: at once, or when the wave that is under way has ended (I8, D17). */
  Either<LifecycleViolation, Transition<? extends Execution>> requestCancel(
      OperatorRequest request);

  /** Ends a cancellation when no wave is under way. */
  default Either<LifecycleViolation, Transition<CancelledExecution>> finishCancel(Instant now) {
    return Left(new NotAllowed("end a cancellation", status()));
  }

  /** Fails because a wave FAILED. */
  default Either<LifecycleViolation, Transition<FailedExecution>> fail(Instant now) {
    return Left(new NotAllowed("fail", status()));
  }

  /** Fails because its workflow is dead, whatever the waves say, once nobody can launch (D9). */
  default Either<LifecycleViolation, Transition<FailedExecution>> workflowDied(
      FailureCause cause, Instant now) {
    return Left(new NotAllowed("fail", status()));
  }
}
