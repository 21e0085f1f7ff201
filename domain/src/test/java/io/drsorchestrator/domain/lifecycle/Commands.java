package io.drsorchestrator.domain.lifecycle;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.STRANGER;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_DIED;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static io.drsorchestrator.domain.wave.SampleWaves.POLICY;
import static io.drsorchestrator.domain.wave.SampleWaves.attempt;
import static io.drsorchestrator.domain.wave.SampleWaves.plan;
import static io.drsorchestrator.domain.wave.SampleWaves.target;

import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.RunningExecution;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.function.Function;

/** Every command of the domain, with the arguments that make a difference. */
final class Commands {

  private static final Instant LATER = NOON.plusSeconds(3600);

  private Commands() {}

  static Vector<Command> all() {
    return starting().appendAll(pausing()).appendAll(ending()).appendAll(running());
  }

  private static Vector<Command> starting() {
    return Vector.of(NOON, LATER)
        .flatMap(at -> Vector.range(0, 3).map(wave -> claim(wave, at)))
        .appendAll(Vector.range(0, 3).map(Commands::failLaunch));
  }

  private static Command claim(int wave, Instant at) {
    return Command.ofEveryState(
        "claimWave",
        e ->
            e.claimWave(new WaveNumber(wave), target(plan(wave)), attempt("attempt-at-" + at, at)));
  }

  private static Command failLaunch(int wave) {
    return Command.ofEveryState(
        "failLaunch", e -> e.failLaunch(new WaveNumber(wave), "no servers", NOON));
  }

  private static Vector<Command> pausing() {
    return Vector.of(
        Command.ofEveryState("pause", e -> e.pause(WORKFLOW, TOKEN, NOON)),
        Command.ofEveryState("pause", e -> e.pause(STRANGER, TOKEN, NOON)),
        Command.ofEveryState("requestPause", e -> e.requestPause(requestBy("alice"))),
        Command.ofEveryState("requestResume", e -> e.requestResume(requestBy("alice"))),
        Command.ofEveryState("resume", e -> e.resume(WORKFLOW, NOON)),
        Command.ofEveryState("resume", e -> e.resume(STRANGER, NOON)));
  }

  private static Vector<Command> ending() {
    return Vector.of(
        Command.ofEveryState("requestCancel", e -> e.requestCancel(requestBy("alice"))),
        Command.ofEveryState("finishCancel", e -> e.finishCancel(NOON)),
        Command.ofEveryState("fail", e -> e.fail(NOON)),
        Command.ofEveryState("workflowDied", e -> e.workflowDied(WORKFLOW_DIED, NOON)),
        Command.ofState(PollingExecution.class, "finalizeBy", e -> e.finalizeBy(WORKFLOW, NOON)),
        Command.ofState(PollingExecution.class, "finalizeBy", e -> e.finalizeBy(STRANGER, NOON)));
  }

  private static Vector<Command> running() {
    return Vector.of(
        recordLaunch(),
        observe(SampleWaves::working),
        observe(wave -> SampleWaves.working(wave, LaunchStatus.LAUNCHED)),
        observe(SampleWaves::over),
        observe(SampleWaves::success),
        observe(SampleWaves::disaster),
        observe(wave -> SampleWaves.noJob()),
        unanswered(NOON),
        unanswered(NOON.plus(POLICY.deadline()).plusSeconds(1)),
        abandon(NOON),
        abandon(LATER));
  }

  private static Command observe(Function<Wave, JobObservation> answer) {
    return new Command(
        "observe",
        execution ->
            runningWave(execution)
                .map(wave -> Either.right(looked(execution, wave, answer.apply(wave)))));
  }

  private static Execution looked(Execution execution, RunningWave wave, JobObservation seen) {
    var running = (RunningExecution) execution;
    return (Execution) running.after(running.observe(wave, seen, NOON, POLICY));
  }

  private static Command unanswered(Instant at) {
    return new Command(
        "unanswered",
        execution ->
            runningWave(execution).map(wave -> Either.right(unanswered(execution, wave, at))));
  }

  private static Execution unanswered(Execution execution, RunningWave wave, Instant at) {
    var running = (RunningExecution) execution;
    return (Execution) running.after(running.unanswered(wave, "throttled", at, POLICY));
  }

  private static Command abandon(Instant at) {
    return new Command(
        "abandon",
        execution ->
            execution instanceof CancellingExecution cancelling
                ? claimedWave(execution)
                    .map(wave -> cancelling.abandon(wave, at).map(cancelling::after))
                : Option.none());
  }

  private static Command recordLaunch() {
    return new Command(
        "recordLaunch",
        execution ->
            claimedWave(execution)
                .flatMap(wave -> Store.launched((ActiveExecution) execution, wave))
                .map(Either::right));
  }

  private static Option<RunningWave> runningWave(Execution execution) {
    return Store.waves(execution).find(RunningWave.class::isInstance).map(RunningWave.class::cast);
  }

  private static Option<ClaimedWave> claimedWave(Execution execution) {
    return Store.waves(execution).find(ClaimedWave.class::isInstance).map(ClaimedWave.class::cast);
  }
}
