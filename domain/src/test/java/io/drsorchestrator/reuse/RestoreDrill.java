package io.drsorchestrator.reuse;

import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionDetails;
import io.drsorchestrator.domain.execution.ExecutionFacts;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.LifecycleViolation;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.execution.WaveLaunch;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.drsorchestrator.domain.execution.WorkflowAuthority;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.LaunchTarget;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.WavePolicy;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/**
 * Restores backups in waves, to see that they can be restored: one step a call, and any number of
 * callers at once.
 */
record RestoreDrill(Shelf shelf, Restores restores, WorkflowArn self) {

  private static final String SITE = "cellar";
  private static final Duration LEASE = Duration.ofMinutes(5);

  /** A new drill: every wave of the plan is there from the beginning. */
  void begin(ExecutionDetails details, Vector<WavePlan> plan) {
    var facts = PendingExecution.create(details, plan).next().facts();
    shelf.add(
        new PendingExecution(
            new ExecutionFacts(details, Option.some(self), facts.waves(), facts.revision()),
            Option.none()));
  }

  /** Does what comes next; the domain says what that is. */
  Execution step(ExecutionId id, Instant now) {
    var execution = shelf.read(id);
    if (execution instanceof ActiveExecution active) {
      switch (active.nextStep(now).kind()) {
        case RUN_WAVE, START_WAVE -> start(active, now);
        case AWAIT_WAVE -> look(active, now);
        case FINALIZE -> save(active, finalized(active, now));
        case FAIL -> save(active, active.fail(now));
        case PAUSE, CANCEL, DONE -> {}
      }
    }
    return shelf.read(id);
  }

  /** Claimed first: of many callers, the one whose claim is stored starts the restore. */
  private void start(ActiveExecution read, Instant now) {
    var wave = read.waves().current().get();
    var target = new LaunchTarget(SITE, wave.plan().serverIds());
    var attempt = new LaunchAttempt("drill", now, now.plus(LEASE));
    read.claimWave(wave.number(), target, attempt)
        .map(Transition::next)
        .filter(claimed -> shelf.replace(read, claimed))
        .forEach(stored -> stored.forEach(this::restore));
  }

  private void restore(PollingExecution claimed) {
    var wave = (ClaimedWave) claimed.waves().active().get();
    JobId job = restores.start(wave.plan().serverIds());
    WaveLaunch.of(claimed.key(), wave, job)
        .forEach(launch -> shelf.replace(claimed, with(claimed, launch.wave())));
  }

  private static PollingExecution with(PollingExecution execution, Wave wave) {
    var facts = execution.facts();
    return new PollingExecution(
        new ExecutionFacts(
            facts.details(), facts.workflow(), facts.waves().with(wave), facts.revision()),
        execution.pauseRequest());
  }

  /** What a look makes of the wave cannot end the drill: {@code after} keeps the state. */
  private void look(ActiveExecution read, Instant now) {
    if (read instanceof PollingExecution polling
        && read.waves().active().getOrNull() instanceof RunningWave wave) {
      var seen = restores.look(wave.jobId());
      shelf.replace(read, polling.after(polling.observe(wave, seen, now, WavePolicy.DEFAULT)));
    }
  }

  /** The rule of finalization is the domain's: all waves of the plan, and this workflow. */
  private Either<LifecycleViolation, ? extends Transition<? extends Execution>> finalized(
      ActiveExecution read, Instant now) {
    return ((PollingExecution) read).finalizeBy(WorkflowAuthority.ofCaller(self), now);
  }

  /** A refusal changes nothing, and neither does a step that somebody else was faster with. */
  private void save(
      ActiveExecution read,
      Either<LifecycleViolation, ? extends Transition<? extends Execution>> step) {
    step.forEach(transition -> shelf.replace(read, transition.next()));
  }
}
