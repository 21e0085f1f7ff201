package io.drsorchestrator.domain.lifecycle;

import static io.drsorchestrator.domain.wave.SampleWaves.gated;

import io.drsorchestrator.domain.Moments;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.LifecycleViolation;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.StartableExecution;
import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.PendingWave;
import io.drsorchestrator.domain.wave.RecoveryJob;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Runs every command on every state that small plans can reach, and records what came of it. States
 * that differ in nothing that a command looks at are visited once.
 */
final class LifecycleExploration {

  /** A command that was accepted: where it led. */
  record Taken(ExecutionStatus from, String command, ExecutionStatus to) {}

  /** A command that was refused: why. */
  record Refused(ExecutionStatus from, String command, Class<?> violation) {}

  /** What a command did to one wave. */
  record WaveTaken(String from, String command, String to) {}

  /** A step that was asked for. */
  record Step(ExecutionStatus at, NextStep.Kind kind) {}

  private final Set<Taken> taken = new HashSet<>();
  private final Set<Refused> refused = new HashSet<>();
  private final Set<WaveTaken> waves = new HashSet<>();
  private final Set<Step> steps = new HashSet<>();
  private final Set<String> premature = new HashSet<>();
  private final Set<String> visited = new HashSet<>();
  private final Deque<Execution> open = new ArrayDeque<>();

  private LifecycleExploration() {}

  static LifecycleExploration complete() {
    var exploration = new LifecycleExploration();
    plans().map(Store::created).forEach(exploration::reach);
    exploration.run();
    return exploration;
  }

  /** One to three waves with every choice of gates, one to two servers each. */
  private static Vector<Vector<WavePlan>> plans() {
    return Vector.rangeClosed(1, 3)
        .flatMap(waves -> Vector.range(0, 1 << waves).map(gates -> plan(waves, gates)));
  }

  private static Vector<WavePlan> plan(int waves, int gates) {
    return Vector.range(0, waves)
        .map(n -> SampleWaves.plan(n, 1 + n % 2))
        .map(wave -> (gates >> wave.number().value() & 1) == 1 ? gated(wave) : wave);
  }

  private void run() {
    while (!open.isEmpty()) {
      var execution = open.remove();
      judge(execution);
      steps.add(new Step(execution.status(), execution.nextStep(Moments.NOON).kind()));
      Commands.all().forEach(command -> attempt(execution, command));
    }
  }

  /** By the raw statuses alone: D1 is to take an execution for complete when it is not. */
  private void judge(Execution execution) {
    var complete =
        execution.status() == ExecutionStatus.COMPLETED
            || execution.nextStep(Moments.NOON).kind() == NextStep.Kind.FINALIZE;
    if (complete && !Store.waves(execution).forAll(wave -> kind(wave).equals("COMPLETED"))) {
      premature.add(essence(execution));
    }
  }

  private void attempt(Execution execution, Command command) {
    command.run().apply(execution).forEach(outcome -> record(execution, command.name(), outcome));
  }

  private void record(
      Execution before, String command, Either<LifecycleViolation, Execution> outcome) {
    outcome.peekLeft(
        violation -> refused.add(new Refused(before.status(), command, violation.getClass())));
    outcome.forEach(
        after -> {
          taken.add(new Taken(before.status(), command, after.status()));
          recordWaves(before, command, after);
          reach(after);
        });
  }

  private void recordWaves(Execution before, String command, Execution after) {
    Store.waves(before)
        .zipWith(Store.waves(after), (from, to) -> new WaveTaken(kind(from), command, kind(to)))
        .reject(step -> step.from().equals(step.to()))
        .forEach(waves::add);
  }

  private void reach(Execution execution) {
    if (visited.add(essence(execution))) {
      open.add(execution);
    }
  }

  static String kind(Wave wave) {
    if (wave instanceof EndedWave ended) {
      return ended.status().name();
    }
    if (wave instanceof PendingWave) {
      return "PENDING";
    }
    return wave instanceof RunningWave ? "POLLING (running)" : "POLLING (claimed)";
  }

  /** What commands look at: not the revision, nor times. */
  private static String essence(Execution execution) {
    return execution.status()
        + request(execution)
        + Store.waves(execution).map(LifecycleExploration::essence);
  }

  private static String essence(Wave wave) {
    var details = wave.plan().pauseBeforeWave() + " " + wave.servers().map(Server::launchStatus);
    if (wave instanceof ClaimedWave claimed) {
      return kind(wave) + details + claimed.attempt();
    }
    return wave instanceof RunningWave running
        ? kind(wave) + details + running.job().map(RecoveryJob::status) + running.missingSince()
        : kind(wave) + details;
  }

  private static String request(Execution execution) {
    if (execution instanceof StartableExecution startable) {
      return startable.pauseRequest().isDefined() ? "?" : "";
    }
    return execution instanceof PausedExecution paused && paused.resumeIntent().isDefined()
        ? "!"
        : "";
  }

  Set<Taken> taken() {
    return taken;
  }

  Set<Refused> refused() {
    return refused;
  }

  Set<WaveTaken> waves() {
    return waves;
  }

  Set<Step> steps() {
    return steps;
  }

  /** States that are COMPLETED, or ask to be, while a wave of the plan is not. */
  Set<String> premature() {
    return premature;
  }

  int states() {
    return visited.size();
  }
}
