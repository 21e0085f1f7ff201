package io.drsorchestrator.adapter.out.log;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static io.drsorchestrator.domain.execution.Executions.requestBy;

import io.drsorchestrator.application.port.Occurrence;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.execution.FailureCause;
import io.drsorchestrator.domain.execution.GateWait;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.drsorchestrator.domain.execution.LifecycleEvent.LaunchPostponed;
import io.drsorchestrator.domain.execution.LifecycleEvent.LaunchSettingsChanged;
import io.drsorchestrator.domain.execution.LifecycleEvent.LaunchSettingsNotApplied;
import io.drsorchestrator.domain.execution.LifecycleEvent.NotificationFailed;
import io.drsorchestrator.domain.execution.LifecycleEvent.PauseOverdue;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveClaimed;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveCompleted;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveFailed;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveLaunched;
import io.drsorchestrator.domain.execution.LifecycleEvent.WorkflowStartPostponed;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;

/** Every event that there is, once, as the domain makes it wherever it does. */
public final class SampleOccurrences {

  private static final WaveNumber FIRST = WaveNumber.FIRST;
  private static final SourceServerId SERVER = new SourceServerId("s-0123456789abcdef0");

  private SampleOccurrences() {}

  /** With {@code text} wherever somebody outside may have said something. */
  public static Vector<Occurrence> all(String text) {
    var running = execution().withRunningWave().polling();
    return transitions(text)
        .appendAll(
            Vector.of(
                    new WorkflowStartPostponed(text),
                    new WaveClaimed(FIRST, "attempt-1"),
                    new LaunchSettingsChanged(FIRST, Vector.of(SERVER)),
                    new LaunchSettingsNotApplied(FIRST, SERVER, text),
                    new LaunchPostponed(FIRST, text),
                    new WaveLaunched(FIRST, new JobId("drsjob-0123456789abcdef0")),
                    new WaveFailed(FIRST, text),
                    new PauseOverdue(FIRST, GateWait.from(NOON).reminded(NOON.plusSeconds(1800))),
                    new NotificationFailed("ExecutionPaused", text))
                .map((LifecycleEvent event) -> Occurrence.besides(running, event)))
        .append(completedWave())
        .append(abandonedWave())
        .append(
            Occurrence.of(
                execution()
                    .withRequest()
                    .polling()
                    .pause(Executions.WORKFLOW, Executions.TOKEN, NOON)
                    .get()));
  }

  private static Vector<Occurrence> transitions(String text) {
    var now = NOON.plus(Duration.ofMinutes(9));
    var request = new OperatorRequest(text, Option.some(text), now);
    var gate = execution().withGateBefore(0);
    var paused = gate.paused();
    var asked = paused.requestResume(requestBy(text)).get();
    return Vector.<Occurrence>of(
        Occurrence.of(
            PendingExecution.create(Executions.details(), Vector.of(SampleWaves.plan(0)))),
        Occurrence.of(execution().withWaves(3).polling().requestPause(request).get()),
        Occurrence.of(gate.polling().pause(Executions.WORKFLOW, Executions.TOKEN, now).get()),
        Occurrence.of(paused.pause(Executions.WORKFLOW, Executions.TOKEN, now).get()),
        Occurrence.of(asked),
        Occurrence.of(asked.next().resume(Executions.WORKFLOW, now).get()),
        Occurrence.of(paused.requestCancel(request).get()),
        Occurrence.of(
            execution()
                .withRunningWave()
                .polling()
                .workflowDied(new FailureCause("WORKFLOW_ENDED", text), now)
                .get()),
        Occurrence.of(
            execution()
                .withCompletedWaves(1)
                .polling()
                .finalizeBy(Executions.WORKFLOW, now)
                .get()));
  }

  private static Occurrence abandonedWave() {
    var before = execution().withClaimedWave().cancelling();
    var wave = (ClaimedWave) before.waves().active().get();
    var progress = before.abandon(wave, NOON.plus(Duration.ofMinutes(9))).get();
    return new Occurrence(
        Option.some((Execution) before), before.after(progress), progress.events());
  }

  private static Occurrence completedWave() {
    var before = execution().withWaves(3).withRunningWave().polling();
    var after = execution().withWaves(3).withCompletedWaves(1).polling();
    return new Occurrence(
        Option.some((Execution) before), after, Vector.of(new WaveCompleted(FIRST)));
  }
}
