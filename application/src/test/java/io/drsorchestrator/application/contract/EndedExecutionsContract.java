package io.drsorchestrator.application.contract;

import static io.drsorchestrator.application.contract.Recorded.FIRST;
import static io.drsorchestrator.application.port.WriteOutcome.CONFLICT;
import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_DIED;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static io.drsorchestrator.domain.wave.SampleWaves.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.ExecutionFacts;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.execution.GateWait;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.wave.PendingWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.Waves;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What has ended or was deleted stays so, whatever late writers believe. */
public abstract class EndedExecutionsContract extends StoreContract {

  private static final WaveNumber WAVE = WaveNumber.FIRST;

  /** Ways to end an execution of two waves. */
  static Vector<Named<UnaryOperator<Recorded>>> ends() {
    return Vector.of(
        end("COMPLETED", recorded -> recorded.completeWave().completeWave().complete()),
        end("FAILED before a wave", Recorded::fail),
        end("FAILED during a wave", recorded -> recorded.launch().fail()),
        end("CANCELLED before a wave", Recorded::requestCancel),
        end(
            "CANCELLED after a wave",
            recorded ->
                recorded.launch().requestCancel().observe(SampleWaves::success).finishCancel()));
  }

  private static Named<UnaryOperator<Recorded>> end(String name, UnaryOperator<Recorded> end) {
    return Named.of(name, end);
  }

  @ParameterizedTest
  @MethodSource("ends")
  void an_ended_execution_absorbs_every_write(UnaryOperator<Recorded> end) {
    var recorded = end.apply(execution(2));
    var before = recorded.document();

    for (Tuple2<String, Supplier<WriteOutcome>> write : writes(recorded)) {
      assertThat(write._2.get()).as(write._1).isEqualTo(CONFLICT);
      assertThat(recorded.document()).as(write._1).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource("ends")
  void no_write_brings_a_deleted_execution_back(UnaryOperator<Recorded> end) {
    var recorded = end.apply(execution(2));
    var writes = writes(recorded);
    tested().delete(recorded.key());

    for (Tuple2<String, Supplier<WriteOutcome>> write : writes) {
      assertThat(write._2.get()).as(write._1).isEqualTo(CONFLICT);
      assertThat(store().documents().document(recorded.key().executionId())).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("running")
  void no_write_brings_an_execution_back_that_was_deleted_while_it_ran(
      UnaryOperator<Recorded> state) {
    var recorded = state.apply(execution(2));
    var writes = writes(recorded);
    tested().delete(recorded.key());

    for (Tuple2<String, Supplier<WriteOutcome>> write : writes.put(facts(recorded))) {
      assertThat(write._2.get()).as(write._1).isEqualTo(CONFLICT);
      assertThat(store().documents().document(recorded.key().executionId())).isEmpty();
    }
  }

  static Vector<Named<UnaryOperator<Recorded>>> running() {
    return Vector.of(
        end("PENDING", recorded -> recorded),
        end("claimed", Recorded::claim),
        end("running", Recorded::launch),
        end("CANCELLING", recorded -> recorded.launch().requestCancel()));
  }

  private Tuple2<String, Supplier<WriteOutcome>> facts(Recorded recorded) {
    var claimed = SampleWaves.claimed(SampleWaves.plan(0));
    return new Tuple2<>(
        "recordLaunch", () -> store().claims().recordLaunch(recorded.launchOf(claimed)));
  }

  /** Every write, of callers who believe that the execution is still where they need it. */
  private Map<String, Supplier<WriteOutcome>> writes(Recorded recorded) {
    ExecutionStore store = store();
    var pending = polling(recorded, PendingWave::new, PendingWave::new);
    var gated =
        polling(recorded, plan -> new PendingWave(SampleWaves.gated(plan)), PendingWave::new);
    var running = polling(recorded, SampleWaves::running, PendingWave::new);
    var failed = polling(recorded, SampleWaves::failed, PendingWave::new);
    var completed = polling(recorded, SampleWaves::completed, SampleWaves::completed);
    var paused =
        new PausedExecution(
            pending.facts(), WAVE, TOKEN, Option.some(requestBy("dora")), GateWait.from(NOON));
    var unresumed =
        new PausedExecution(pending.facts(), WAVE, TOKEN, Option.none(), GateWait.from(NOON));
    var cancelling = new CancellingExecution(completed.facts(), requestBy("carol"));
    var wave = SampleWaves.running(SampleWaves.plan(0));
    var target = SampleWaves.target(SampleWaves.plan(0));
    Map<String, Supplier<WriteOutcome>> writes = LinkedHashMap.empty();
    return writes
        .put(
            "claim", () -> store.claims().claim(pending.claimWave(WAVE, target, FIRST).get(), WAVE))
        .put(
            "failLaunch",
            () -> store.claims().failLaunch(pending.failLaunch(WAVE, "no", NOON).get(), WAVE))
        .put(
            "record",
            () ->
                store
                    .records()
                    .record(running.observe(wave, SampleWaves.success(wave), NOON, POLICY), NOON))
        .put(
            "requestPause",
            () -> store.gates().requestPause(pending.requestPause(requestBy("bob")).get()))
        .put("pause", () -> store.gates().pause(gated.pause(WORKFLOW, TOKEN, NOON).get()))
        .put("renew", () -> store.gates().pause(paused.pause(WORKFLOW, TOKEN, NOON).get()))
        .put(
            "requestResume",
            () -> store.gates().requestResume(unresumed.requestResume(requestBy("dora")).get()))
        .put("resume", () -> store.gates().resume(paused.resume(WORKFLOW, NOON).get()))
        .put("fail", () -> store.endings().fail(failed.fail(NOON).get()))
        .put("died", () -> store.endings().fail(running.workflowDied(WORKFLOW_DIED, NOON).get()))
        .put(
            "cancel",
            () -> store.endings().requestCancel(pending.requestCancel(requestBy("eve")).get()))
        .put(
            "cancelRunning",
            () -> store.endings().requestCancel(running.requestCancel(requestBy("eve")).get()))
        .put(
            "finishCancel", () -> store.endings().finishCancel(cancelling.finishCancel(NOON).get()))
        .put(
            "complete",
            () -> store.completions().complete(completed.finalizeBy(WORKFLOW, NOON).get()))
        .put("adopt", () -> store.newExecutions().adopt(recorded.key(), Executions.STRANGER_ARN));
  }

  /** POLLING at the version that is stored, with the two waves as given. */
  private PollingExecution polling(
      Recorded recorded, Function<WavePlan, Wave> first, Function<WavePlan, Wave> second) {
    var waves =
        new Waves(Vector.of(first.apply(SampleWaves.plan(0)), second.apply(SampleWaves.plan(1))));
    var facts =
        new ExecutionFacts(
            Recorded.details(recorded.key()),
            Option.some(Executions.WORKFLOW_ARN),
            waves,
            recorded.version());
    return new PollingExecution(facts, Option.none());
  }
}
