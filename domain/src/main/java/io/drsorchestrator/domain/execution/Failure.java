package io.drsorchestrator.domain.execution;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionFailed;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveFailed;
import io.drsorchestrator.domain.execution.LifecycleViolation.NothingFailed;
import io.drsorchestrator.domain.wave.ActiveWave;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.Waves;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;

/** What a failure leads to: nothing is under way any more and nothing will start. */
final class Failure {

  private Failure() {}

  static Either<LifecycleViolation, Transition<FailedExecution>> ofWave(
      ActiveExecution before, Instant now) {
    var failed = before.waves().failed();
    return failed.isEmpty()
        ? Left(new NothingFailed())
        : Right(failed(before, cause(failed.head()), now));
  }

  /** A wave that FAILED explains the end better than the workflow's death does. */
  static Transition<FailedExecution> ofWorkflow(
      ActiveExecution before, FailureCause cause, Instant now) {
    return ofWave(before, now).getOrElse(() -> failed(before, cause, now));
  }

  private static Transition<FailedExecution> failed(
      ActiveExecution before, FailureCause cause, Instant now) {
    var waves = before.waves();
    var stopped = stopActive(waves, cause, now).cancelPending(now);
    Vector<LifecycleEvent> stoppedWave =
        waves.active().toVector().map(wave -> new WaveFailed(wave.number(), cause.message()));
    return new Transition<>(
        Option.some(before),
        new FailedExecution(before.facts().next(stopped), cause, now),
        stoppedWave.append(new ExecutionFailed(cause)));
  }

  private static Waves stopActive(Waves waves, FailureCause cause, Instant now) {
    return waves
        .active()
        .map((ActiveWave wave) -> waves.with(wave.fail(cause.message(), now)))
        .getOrElse(waves);
  }

  private static FailureCause cause(EndedWave wave) {
    var message =
        "Wave %d (%s) failed: %s"
            .formatted(
                wave.number().ordinal(), wave.plan().name(), wave.message().getOrElse("unknown"));
    return new FailureCause(FailureCause.WAVE_LAUNCH_FAILED, message);
  }
}
