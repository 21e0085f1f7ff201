package io.drsorchestrator.application.wave;

import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.Settings;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.port.Occurrence;
import io.drsorchestrator.application.port.WaveClaims;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.application.wave.LaunchTargets.Destination;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.LifecycleViolation;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.wave.ActiveWave;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.LaunchTarget;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WavePolicy;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Starts a wave with exactly one DRS job (I9). StartRecovery has no idempotency token, so the wave
 * is claimed on record first; whoever takes a claim over looks for the job of the earlier attempt
 * before it launches; and the job is recorded last. A crash anywhere in between is mended by the
 * next call.
 */
public final class StartWave {

  private final Lifecycle lifecycle;
  private final WaveClaims claims;
  private final LaunchTargets targets;
  private final WaveLauncher launcher;
  private final Supplier<String> attemptIds;
  private final WavePolicy policy;
  private final LifecycleJournal journal;

  private StartWave(
      Lifecycle lifecycle,
      WaveClaims claims,
      LaunchTargets targets,
      WaveLauncher launcher,
      Supplier<String> attemptIds,
      WavePolicy policy,
      LifecycleJournal journal) {
    this.lifecycle = lifecycle;
    this.claims = claims;
    this.targets = targets;
    this.launcher = launcher;
    this.attemptIds = attemptIds;
    this.policy = policy;
    this.journal = journal;
  }

  /** Wired from the ports. */
  public static StartWave of(
      Lifecycle lifecycle,
      ExecutionStore store,
      Aws aws,
      LifecycleJournal journal,
      Settings settings) {
    var preparation =
        new LaunchPreparation(aws.launchConfigurations(), settings.parallel(), lifecycle, journal);
    return new StartWave(
        lifecycle,
        store.claims(),
        new LaunchTargets(store.groups(), aws.servers()),
        new WaveLauncher(lifecycle, store.claims(), aws.jobs(), preparation, journal),
        settings.ids(),
        settings.wavePolicy(),
        journal);
  }

  /** What comes next, as the wave machine of this wave needs it. */
  public Decision start(StartWaveCommand command) {
    return lifecycle
        .reread(command.id(), execution -> attempt(command, execution))
        .forWaveMachineOf(command.wave());
  }

  private Option<Decision> attempt(StartWaveCommand command, Execution execution) {
    return startable(command, execution)
        .fold(
            () -> Option.some(lifecycle.decide(execution)),
            wave -> claimAndLaunch(command, (ActiveExecution) execution, wave));
  }

  /** The wave, if the domain lets it start now; else the decision says what to do instead. */
  private Option<Wave> startable(StartWaveCommand command, Execution execution) {
    var next = execution.nextStep(lifecycle.now());
    return switch (next.kind()) {
      case RUN_WAVE, START_WAVE ->
          Option.when(next.after().isZero() && next.wave().contains(command.wave()), execution)
              .flatMap(e -> ((ActiveExecution) e).waves().find(command.wave()));
      case AWAIT_WAVE, PAUSE, FINALIZE, FAIL, CANCEL, DONE -> Option.none();
    };
  }

  private Option<Decision> claimAndLaunch(
      StartWaveCommand command, ActiveExecution execution, Wave wave) {
    if (isLate(wave)) {
      return fail(command, execution, "Not launched within " + policy.deadline());
    }
    return target(execution, wave)
        .fold(
            reason -> fail(command, execution, reason),
            destination -> claim(command, execution, wave, destination));
  }

  private boolean isLate(Wave wave) {
    return wave instanceof ActiveWave active
        && lifecycle.now().isAfter(active.startTime().plus(policy.deadline()));
  }

  /** What an earlier attempt has resolved stays; only how it is launched is looked up again. */
  private Either<String, Destination> target(ActiveExecution execution, Wave wave) {
    Option<LaunchTarget> frozen =
        wave instanceof ClaimedWave claimed ? claimed.target() : Option.none();
    return frozen
        .<Either<String, Destination>>map(
            target -> Either.right(targets.again(wave.plan(), target)))
        .getOrElse(() -> targets.of(wave.plan(), execution.facts().details().account()));
  }

  private Option<Decision> claim(
      StartWaveCommand command, ActiveExecution execution, Wave wave, Destination destination) {
    var attempt = new LaunchAttempt(attemptIds.get(), lifecycle.now(), command.invocationEnds());
    return stored(
            execution.claimWave(command.wave(), destination.target(), attempt),
            claimed -> claims.claim(claimed, command.wave()))
        .map(claimed -> LaunchClaim.of(claimed, command.wave(), destination.settings()))
        .map(claim -> launcher.launch(claim, earlierAttempt(wave)));
  }

  private static Option<LaunchAttempt> earlierAttempt(Wave wave) {
    return wave instanceof ClaimedWave claimed ? claimed.attempt() : Option.none();
  }

  private Option<Decision> fail(
      StartWaveCommand command, ActiveExecution execution, String reason) {
    return stored(
            execution.failLaunch(command.wave(), reason, lifecycle.now()),
            failed -> claims.failLaunch(failed, command.wave()))
        .map(lifecycle::decide);
  }

  private Option<PollingExecution> stored(
      Either<LifecycleViolation, Transition<PollingExecution>> decided,
      Function<Transition<PollingExecution>, WriteOutcome> write) {
    return decided
        .toOption()
        .filter(transition -> write.apply(transition) == WriteOutcome.WRITTEN)
        .peek(transition -> journal.record(Occurrence.of(transition)))
        .map(Transition::next);
  }
}
