package io.drsorchestrator.application.gate;

import static io.drsorchestrator.domain.execution.Executions.STRANGER;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.Answer;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionPaused;
import io.drsorchestrator.domain.execution.LifecycleEvent.PauseRenewed;
import io.drsorchestrator.domain.execution.LifecycleEvent.PauseRequested;
import io.drsorchestrator.domain.execution.LifecycleViolation.AlreadyEnded;
import io.drsorchestrator.domain.execution.LifecycleViolation.AlreadyRequested;
import io.drsorchestrator.domain.execution.LifecycleViolation.NoWaveLeft;
import io.drsorchestrator.domain.execution.LifecycleViolation.NotTheWorkflow;
import io.drsorchestrator.domain.execution.LifecycleViolation.NothingToPauseFor;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class PauseExecutionTest {

  private static final CallbackToken NEWER = new CallbackToken("token-2");

  private final Workbench bench = new Workbench();

  private ExecutionId gated() {
    return bench.started(Vector.of(SampleWaves.gated(SampleWaves.plan(0)), SampleWaves.plan(1)));
  }

  private Answer pause(ExecutionId id, CallbackToken token) {
    return bench.useCases().pause().pause(bench.workflowOf(id), id, token);
  }

  @Test
  void an_operators_pause_is_stored_and_holds_back_the_next_wave() {
    var id = bench.started(2);
    bench.startWave(id, 0);

    var answer = bench.useCases().pause().request(id, requestBy("bob"));

    assertThat(answer.refusal()).isEmpty();
    assertThat(answer.decision().status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(bench.journal().events(PauseRequested.class)).hasSize(1);
    bench.drs().succeed(bench.jobs(id, 0).single().id());
    assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.PAUSE);
  }

  @Test
  void a_repeated_request_is_answered_with_the_first() {
    var id = bench.started(2);
    bench.useCases().pause().request(id, requestBy("bob"));

    var again = bench.useCases().pause().request(id, requestBy("eve"));

    assertThat(again.refusal()).containsExactly(new AlreadyRequested(requestBy("bob")));
  }

  @Test
  void a_pause_in_the_last_wave_is_refused() {
    var id = bench.started(1);
    bench.startWave(id, 0);

    assertThat(bench.useCases().pause().request(id, requestBy("bob")).refusal())
        .containsExactly(new NoWaveLeft());
  }

  /** The last wave is claimed between reading and writing. */
  @Test
  void a_pause_that_comes_too_late_is_refused() {
    Workbench[] self = new Workbench[1];
    self[0] =
        new Workbench(
            (call, effect) -> {
              if (call.equals("Gates.requestPause")) {
                self[0].startWave(self[0].journal().entries().head().key().executionId(), 0);
              }
              return effect.get();
            });
    var id = self[0].started(1);

    assertThat(self[0].useCases().pause().request(id, requestBy("bob")).refusal())
        .containsExactly(new NoWaveLeft());
    assertThat(self[0].journal().events(PauseRequested.class)).isEmpty();
  }

  @Test
  void the_workflow_pauses_at_a_gate_and_is_not_rung() {
    var id = gated();

    var answer = pause(id, TOKEN);

    assertThat(answer.decision().status()).isEqualTo(ExecutionStatus.PAUSED);
    var paused = (PausedExecution) bench.read(id);
    assertThat(paused.token()).isEqualTo(TOKEN);
    assertThat(paused.before()).isEqualTo(WaveNumber.FIRST);
    assertThat(bench.workflows().rings()).isEmpty();
    assertThat(bench.journal().events(ExecutionPaused.class)).hasSize(1);
  }

  @Test
  void the_workflow_pauses_where_an_operator_asked_for_it() {
    var id = bench.started(2);
    bench.useCases().pause().request(id, requestBy("bob"));

    pause(id, TOKEN);

    assertThat(((PausedExecution) bench.read(id)).before()).isEqualTo(WaveNumber.FIRST);
    assertThat(bench.workflows().rings()).isEmpty();
  }

  @Test
  void pausing_again_replaces_the_token() {
    var id = gated();
    pause(id, TOKEN);

    pause(id, NEWER);

    assertThat(((PausedExecution) bench.read(id)).token()).isEqualTo(NEWER);
    assertThat(bench.workflows().rings()).isEmpty();
    assertThat(bench.journal().events(PauseRenewed.class)).hasSize(1);
  }

  /** The ring for the first token was lost; the second one is rung as soon as it is known. */
  @Test
  void an_intent_that_is_there_already_rings_the_new_token_at_once() {
    var id = gated();
    pause(id, TOKEN);
    bench.workflows().fail();
    assertThatThrownBy(() -> bench.useCases().resume().request(id, requestBy("dora")))
        .isInstanceOf(AwsUnavailableException.class);
    bench.workflows().recover();

    pause(id, NEWER);

    assertThat(bench.workflows().rings()).containsExactly(NEWER);
  }

  /** The intent arrives between the write of the pause and its answer. */
  @Test
  void an_intent_that_arrives_while_the_pause_is_stored_is_not_missed() {
    Workbench[] self = new Workbench[1];
    self[0] =
        new Workbench(
            (call, effect) -> {
              var answer = effect.get();
              if (call.equals("Gates.pause")) {
                var id = self[0].journal().entries().head().key().executionId();
                var store = self[0].store().ports();
                var intent = self[0].active(id).requestResume(requestBy("dora")).get();
                assertThat(store.gates().requestResume(intent)).isNotNull();
              }
              return answer;
            });
    var id = self[0].started(Vector.of(SampleWaves.gated(SampleWaves.plan(0))));

    self[0].useCases().pause().pause(self[0].workflowOf(id), id, TOKEN);

    assertThat(self[0].workflows().rings()).containsExactly(TOKEN);
  }

  /** It waits for a ring and for nothing else: without one it would wait for ever. */
  @Test
  void a_workflow_that_has_nothing_to_wait_for_is_rung() {
    var id = bench.started(1);

    var answer = pause(id, TOKEN);

    assertThat(answer.refusal()).containsExactly(new NothingToPauseFor(WaveNumber.FIRST));
    assertThat(bench.workflows().rings()).containsExactly(TOKEN);
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.PENDING);
  }

  @Test
  void a_workflow_whose_execution_has_ended_is_rung() {
    var id = gated();
    bench.useCases().cancel().cancel(id, requestBy("carol"));

    var answer = pause(id, TOKEN);

    assertThat(answer.refusal()).containsExactly(new AlreadyEnded(ExecutionStatus.CANCELLED));
    assertThat(answer.decision().next().kind()).isEqualTo(NextStep.Kind.DONE);
    assertThat(bench.workflows().rings()).containsExactly(TOKEN);
  }

  @Test
  void another_workflow_cannot_pause() {
    var id = gated();

    var answer = bench.useCases().pause().pause(STRANGER, id, TOKEN);

    assertThat(answer.refusal().get()).isInstanceOf(NotTheWorkflow.class);
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.PENDING);
  }
}
