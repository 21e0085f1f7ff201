package io.drsorchestrator.application.contract;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_DIED;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static io.drsorchestrator.domain.wave.SampleWaves.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.NewExecutions.Creation;
import io.drsorchestrator.application.port.NewExecutions.NewExecution;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionDetails;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.Revision;
import io.drsorchestrator.domain.execution.RunningExecution;
import io.drsorchestrator.domain.execution.StartableExecution;
import io.drsorchestrator.domain.execution.WaveLaunch;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** An execution on record that goes from state to state through the ports alone. */
public record Recorded(ExecutionStore store, ExecutionKey key) {

  /** The first attempt to launch a wave; its lease ends two minutes after noon. */
  public static final LaunchAttempt FIRST = SampleWaves.attempt("attempt-1", NOON);

  /** An attempt after the lease of the first one. */
  public static final LaunchAttempt SECOND =
      SampleWaves.attempt("attempt-2", NOON.plus(SampleWaves.LEASE));

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A key that no other test uses. */
  public static ExecutionKey newKey() {
    var number = COUNT.incrementAndGet();
    return new ExecutionKey(new ExecutionId("execution-" + number), new PlanId("plan-" + number));
  }

  public static ExecutionDetails details(ExecutionKey key) {
    return new ExecutionDetails(
        key, "Plan 1", ExecutionType.DRILL, "alice", NOON, AccountContext.current("111122223333"));
  }

  /** A new execution with a workflow; no wave has started. */
  public static Recorded create(ExecutionStore store, Vector<WavePlan> plan) {
    var key = newKey();
    var lock = store.locks().acquire(key.planId(), key.executionId(), NOON).get();
    var execution = PendingExecution.create(details(key), plan).next();
    var start = new NewExecution(execution, requestBy("alice"), lock, store.starts().read());
    assertThat(store.newExecutions().create(start)).isEqualTo(Creation.CREATED);
    written(store.newExecutions().adopt(key, WORKFLOW.workflow()));
    return new Recorded(store, key);
  }

  private static void written(WriteOutcome outcome) {
    assertThat(outcome).isEqualTo(WriteOutcome.WRITTEN);
  }

  public Execution read() {
    return store.executions().find(key.executionId()).get();
  }

  public ActiveExecution active() {
    return (ActiveExecution) read();
  }

  public StartableExecution startable() {
    return (StartableExecution) read();
  }

  public PollingExecution polling() {
    return (PollingExecution) read();
  }

  public PausedExecution paused() {
    return (PausedExecution) read();
  }

  public CancellingExecution cancelling() {
    return (CancellingExecution) read();
  }

  public Map<String, Object> document() {
    return store.documents().document(key.executionId()).get();
  }

  /** The version that is stored, of whatever has or has not ended. */
  public Revision version() {
    return new Revision((Long) Option.of(document().get("version")).get());
  }

  /** A wave as it is stored. */
  public Map<?, ?> storedWave(int number) {
    var waves = (List<?>) Option.of(document().get("waves")).get();
    return (Map<?, ?>) waves.get(number);
  }

  /** The wave whose turn it is. */
  public Wave wave() {
    return active().waves().current().get();
  }

  public RunningWave running() {
    return (RunningWave) wave();
  }

  public ClaimedWave claimed() {
    return (ClaimedWave) wave();
  }

  public Recorded claim() {
    return claim(FIRST);
  }

  public Recorded claim(LaunchAttempt attempt) {
    var wave = wave();
    var claimed = active().claimWave(wave.number(), SampleWaves.target(wave.plan()), attempt).get();
    written(store.claims().claim(claimed, wave.number()));
    return this;
  }

  /** The launch of the wave that is claimed. */
  public WaveLaunch launchOf(ClaimedWave wave) {
    return WaveLaunch.of(key, wave, SampleWaves.jobOf(wave.plan())).get();
  }

  /** Claims the wave whose turn it is, and puts its job on record. */
  public Recorded launch() {
    claim();
    written(store.claims().recordLaunch(launchOf(claimed())));
    return this;
  }

  public Recorded observe(Function<Wave, JobObservation> look) {
    return observe(look, NOON);
  }

  public Recorded observe(Function<Wave, JobObservation> look, Instant now) {
    var running = (RunningExecution) read();
    var wave = (RunningWave) running.facts().waves().active().get();
    written(store.records().record(running.observe(wave, look.apply(wave), now, POLICY), now));
    return this;
  }

  /** Runs the wave whose turn it is, with success. */
  public Recorded completeWave() {
    return launch().observe(SampleWaves::success);
  }

  public Recorded requestPause() {
    written(store.gates().requestPause(startable().requestPause(requestBy("bob")).get()));
    return this;
  }

  public Recorded pause() {
    written(store.gates().pause(active().pause(WORKFLOW, TOKEN, NOON).get()));
    return this;
  }

  public Recorded requestResume() {
    written(store.gates().requestResume(active().requestResume(requestBy("dora")).get()));
    return this;
  }

  public Recorded resume() {
    written(store.gates().resume(active().resume(WORKFLOW, NOON).get()));
    return this;
  }

  public Recorded requestCancel() {
    written(store.endings().requestCancel(active().requestCancel(requestBy("carol")).get()));
    return this;
  }

  public Recorded finishCancel() {
    written(store.endings().finishCancel(active().finishCancel(NOON).get()));
    return this;
  }

  public Recorded abandon() {
    var cancelling = cancelling();
    var wave = (ClaimedWave) cancelling.waves().active().get();
    var later = NOON.plusSeconds(3600);
    written(store.records().record(cancelling.abandon(wave, later).get(), later));
    return this;
  }

  /** The workflow dies, when nobody can launch any more what was claimed at noon. */
  public Recorded fail() {
    var end = NOON.plus(SampleWaves.LEASE);
    written(store.endings().fail(active().workflowDied(WORKFLOW_DIED, end).get()));
    return this;
  }

  public Recorded complete() {
    written(store.completions().complete(polling().finalizeBy(WORKFLOW, NOON).get()));
    return this;
  }
}
