package io.drsorchestrator.domain.lifecycle;

import static io.drsorchestrator.domain.execution.Executions.WORKFLOW;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_DIED;
import static io.drsorchestrator.domain.wave.SampleWaves.LEASE;
import static io.drsorchestrator.domain.wave.SampleWaves.attempt;
import static io.drsorchestrator.domain.wave.SampleWaves.target;

import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.WorkflowAuthority;
import io.drsorchestrator.domain.lifecycle.World.Launcher;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Option;
import java.time.Duration;

/** What workflow, operators, reconciler and time do. */
final class Moves {

  private Moves() {}

  /** An invocation tries to start the wave that is {@code ahead} of the one whose turn it is. */
  static World claim(World world, int ahead) {
    var wave = Math.max(0, world.turn() + ahead);
    var attempt = attempt("attempt-%d".formatted(world.launchers().size()), world.now());
    var plan = wave < world.plan().size() ? world.plan().get(wave) : SampleWaves.plan(wave);
    var claimed =
        Move.command(world, "claim", e -> e.claimWave(new WaveNumber(wave), target(plan), attempt));
    var launcher =
        new Launcher(
            wave, world.now(), world.now().plus(LEASE), world.drs().of(wave).nonEmpty(), false);
    return claimed.last() == Move.Kind.TRANSITION
        ? claimed.with(claimed.launchers().append(launcher))
        : claimed;
  }

  /** An invocation that claimed its wave calls StartRecovery, unless it has found a job before. */
  static World startRecovery(World world) {
    return launching(world)
        .map(
            launcher ->
                launched(world, launcher)
                    .with(world.launchers().replace(launcher, launcher.over())))
        .getOrElse(world::stays);
  }

  static Option<Launcher> launching(World world) {
    return world.launchers().find(l -> !l.done() && world.now().isBefore(l.until()));
  }

  private static World launched(World world, Launcher launcher) {
    var servers = world.plan().get(launcher.wave()).serverIds();
    return launcher.sawJob()
        ? world.stays()
        : world.stays().with(world.drs().start(launcher.wave(), servers));
  }

  /** The job is written to the record, whatever the execution's status is by then. */
  static World recordLaunch(World world) {
    return claimed(world)
        .flatMap(
            wave ->
                world
                    .drs()
                    .of(wave.number().value())
                    .headOption()
                    .flatMap(
                        job -> Store.launched((ActiveExecution) world.execution(), wave, job.id())))
        .map(execution -> world.reached(Move.Kind.LAUNCH_RECORD, execution))
        .getOrElse(world::stays);
  }

  private static Option<ClaimedWave> claimed(World world) {
    return Store.waves(world.execution())
        .find(ClaimedWave.class::isInstance)
        .map(ClaimedWave.class::cast);
  }

  static World failLaunch(World world, int ahead) {
    var wave = new WaveNumber(Math.max(0, world.turn() + ahead));
    return Move.command(world, "failLaunch", e -> e.failLaunch(wave, "no servers", world.now()));
  }

  static World requestPause(World world) {
    return Move.command(world, "requestPause", e -> e.requestPause(request(world)));
  }

  static World pause(World world, WorkflowAuthority caller) {
    var token = new CallbackToken("token-" + world.history().accepted().size());
    return Move.command(world, "pause", e -> e.pause(caller, token, world.now()));
  }

  static World requestResume(World world) {
    return Move.command(world, "requestResume", e -> e.requestResume(request(world)));
  }

  static World resume(World world, WorkflowAuthority caller) {
    return Move.command(world, "resume", e -> e.resume(caller, world.now()));
  }

  static World requestCancel(World world) {
    return Move.command(world, "requestCancel", e -> e.requestCancel(request(world)));
  }

  static World finishCancel(World world) {
    return Move.command(world, "finishCancel", e -> e.finishCancel(world.now()));
  }

  static World fail(World world) {
    return Move.command(world, "fail", e -> e.fail(world.now()));
  }

  static World workflowDied(World world) {
    return Move.command(world, "workflowDied", e -> e.workflowDied(WORKFLOW_DIED, world.now()));
  }

  static World finalizeBy(World world, WorkflowAuthority caller) {
    return world.execution() instanceof PollingExecution polling
        ? Move.command(world, "finalize", e -> polling.finalizeBy(caller, world.now()))
        : world.stays();
  }

  /** A cancelled claim is given up, after a look at DRS that found no job of the wave. */
  static World abandon(World world) {
    return claimed(world)
        .filter(wave -> world.drs().of(wave.number().value()).isEmpty())
        .filter(wave -> world.execution() instanceof CancellingExecution)
        .map(wave -> abandon(world, (CancellingExecution) world.execution(), wave))
        .getOrElse(world::stays);
  }

  private static World abandon(World world, CancellingExecution execution, ClaimedWave wave) {
    return execution
        .abandon(wave, world.now())
        .fold(world::refused, progress -> world.reached(Move.Kind.POLL, execution.after(progress)));
  }

  static World pass(World world, Duration time) {
    return world.stays().later(time);
  }

  /** The workflow does what the execution asks for, in a world where every launch succeeds. */
  static World obey(World world) {
    var next = world.execution().nextStep(world.now());
    return switch (next.kind()) {
      case RUN_WAVE -> claim(world, 0);
      case START_WAVE, AWAIT_WAVE -> driveWave(world, next.after());
      case PAUSE -> passGate(world);
      case FINALIZE -> finalizeBy(world, WORKFLOW);
      case FAIL -> fail(world);
      case CANCEL -> finishCancel(world);
      case DONE -> world.stays();
    };
  }

  private static World driveWave(World world, Duration wait) {
    if (claimed(world).isEmpty()) {
      return Polls.succeed(world, wait);
    }
    if (launching(world).isDefined()) {
      return startRecovery(world);
    }
    if (world.drs().of(world.turn()).nonEmpty()) {
      return recordLaunch(world);
    }
    var later = world.later(wait);
    return later.execution() instanceof CancellingExecution ? abandon(later) : claim(later, 0);
  }

  private static World passGate(World world) {
    if (world.execution() instanceof PausedExecution paused) {
      return paused.resumeIntent().isDefined() ? resume(world, WORKFLOW) : requestResume(world);
    }
    return pause(world, WORKFLOW);
  }

  private static OperatorRequest request(World world) {
    return new OperatorRequest("operator", Option.none(), world.now());
  }
}
