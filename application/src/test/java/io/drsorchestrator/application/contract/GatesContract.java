package io.drsorchestrator.application.contract;

import static io.drsorchestrator.application.port.WriteOutcome.CONFLICT;
import static io.drsorchestrator.application.port.WriteOutcome.WRITTEN;
import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.GateWait;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.StartableExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.wave.PendingWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.Waves;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** A pause is whole or not there, and only an operator's intent lifts it. */
public abstract class GatesContract extends StoreContract {

  private static final CallbackToken NEWER = new CallbackToken("token-2");

  private static Transition<StartableExecution> pauseRequest(ActiveExecution execution) {
    return execution.requestPause(requestBy("bob")).get();
  }

  private static Transition<PausedExecution> pause(ActiveExecution execution) {
    return execution.pause(WORKFLOW, TOKEN, NOON).get();
  }

  /** All waves PENDING again, at the version that is stored, paused before {@code wave}. */
  private static PausedExecution believedPaused(ActiveExecution execution, int wave) {
    var waves = execution.waves();
    var pending =
        waves.all().map(w -> new PendingWave(w.plan())).foldLeft(waves, (all, w) -> all.with(w));
    return new PausedExecution(
        withWaves(execution.facts(), pending),
        new WaveNumber(wave),
        TOKEN,
        Option.some(requestBy("dora")),
        GateWait.from(NOON));
  }

  private static Transition<PollingExecution> resume(PausedExecution execution) {
    return execution.resume(WORKFLOW, NOON.plusSeconds(7)).get();
  }

  @Test
  void reads_back_a_request_to_pause() {
    var recorded = execution(2);
    var requested = pauseRequest(recorded.active());

    assertThat(store().gates().requestPause(requested)).isEqualTo(WRITTEN);

    assertThat(recorded.read()).isEqualTo(requested.next());
  }

  @Test
  void reads_back_a_request_to_pause_during_a_wave() {
    var recorded = execution(2).launch();
    var requested = pauseRequest(recorded.active());

    assertThat(store().gates().requestPause(requested)).isEqualTo(WRITTEN);

    assertThat(recorded.read()).isEqualTo(requested.next());
  }

  @Test
  void a_pause_loses_against_the_claim_of_the_last_wave() {
    var recorded = execution(1);
    var read = recorded.active();
    recorded.claim();

    assertThat(store().gates().requestPause(pauseRequest(read))).isEqualTo(CONFLICT);
    assertThat(recorded.startable().pauseRequest()).isEmpty();
  }

  @Test
  void a_pause_is_refused_when_no_wave_is_left_whatever_the_caller_believes() {
    var recorded = execution(2).completeWave().claim();
    var facts = recorded.active().facts();
    var waves = facts.waves().with(new PendingWave(facts.waves().all().last().plan()));
    var unaware = new PollingExecution(withWaves(facts, waves), Option.none());

    assertThat(store().gates().requestPause(pauseRequest(unaware))).isEqualTo(CONFLICT);
    assertThat(recorded.startable().pauseRequest()).isEmpty();
  }

  @Test
  void the_first_request_to_pause_is_kept() {
    var recorded = execution(2).requestPause();
    var unaware = believedPolling(recorded.active());

    assertThat(store().gates().requestPause(unaware.requestPause(requestBy("eve")).get()))
        .isEqualTo(CONFLICT);
    assertThat(recorded.startable().pauseRequest()).containsExactly(requestBy("bob"));
  }

  @Test
  void a_pause_is_not_asked_of_an_execution_that_is_paused() {
    var recorded = executionWithGate(2, 0).pause();

    assertThat(store().gates().requestPause(pauseRequest(believedPolling(recorded.active()))))
        .isEqualTo(CONFLICT);
  }

  @Test
  void a_pause_stores_status_token_and_gate_at_once() {
    var recorded = executionWithGate(2, 0);
    var paused = pause(recorded.active());

    assertThat(store().gates().pause(paused)).isEqualTo(WRITTEN);

    assertThat(recorded.read()).isEqualTo(paused.next());
    assertThat(recorded.document())
        .containsEntry("status", "PAUSED")
        .containsEntry("taskToken", TOKEN.value())
        .containsEntry("pausedBeforeWave", 0L);
  }

  @Test
  void a_pause_between_waves_honours_and_clears_the_request() {
    var recorded = execution(2).launch().requestPause();
    recorded.observe(SampleWaves::success);
    var paused = pause(recorded.active());

    assertThat(store().gates().pause(paused)).isEqualTo(WRITTEN);

    assertThat(recorded.read()).isEqualTo(paused.next());
    assertThat(recorded.paused().before()).isEqualTo(new WaveNumber(1));
    assertThat(recorded.document()).doesNotContainKey("pauseRequest");
  }

  @Test
  void of_two_pauses_from_the_same_state_one_is_written() {
    var recorded = executionWithGate(2, 0);
    var read = recorded.active();
    recorded.pause();

    assertThat(store().gates().pause(read.pause(WORKFLOW, NEWER, NOON).get())).isEqualTo(CONFLICT);
    assertThat(recorded.paused().token()).isEqualTo(TOKEN);
  }

  @Test
  void a_pause_is_refused_once_its_wave_is_claimed() {
    var recorded = execution(2).claim();
    var unaware =
        new PollingExecution(
            believedPaused(recorded.active(), 0).facts(), Option.some(requestBy("bob")));

    assertThat(store().gates().pause(pause(unaware))).isEqualTo(CONFLICT);
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.POLLING);
  }

  @Test
  void a_pause_is_refused_once_the_execution_is_being_cancelled() {
    var recorded = execution(2).launch().requestCancel();
    var waves =
        new Waves(
            Vector.of(
                SampleWaves.completed(SampleWaves.plan(0)), new PendingWave(SampleWaves.plan(1))));
    var unaware =
        new PollingExecution(
            withWaves(recorded.active().facts(), waves), Option.some(requestBy("bob")));

    assertThat(store().gates().pause(pause(unaware))).isEqualTo(CONFLICT);
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.CANCELLING);
  }

  @Test
  void pausing_again_replaces_the_token_and_keeps_the_intent() {
    var recorded = executionWithGate(2, 0).pause().requestResume();

    assertThat(store().gates().pause(recorded.active().pause(WORKFLOW, NEWER, NOON).get()))
        .isEqualTo(WRITTEN);

    assertThat(recorded.paused().token()).isEqualTo(NEWER);
    assertThat(recorded.paused().resumeIntent()).containsExactly(requestBy("dora"));
  }

  @Test
  void a_token_that_is_older_than_the_stored_one_does_not_come_back() {
    var recorded = executionWithGate(2, 0).pause();
    var older = recorded.active().pause(WORKFLOW, new CallbackToken("older"), NOON).get();
    store().gates().pause(recorded.active().pause(WORKFLOW, NEWER, NOON).get());

    assertThat(store().gates().pause(older)).isEqualTo(CONFLICT);
    assertThat(recorded.paused().token()).isEqualTo(NEWER);
  }

  @Test
  void reads_back_an_intent_to_resume() {
    var recorded = executionWithGate(2, 0).pause();
    var requested = recorded.active().requestResume(requestBy("dora")).get();

    assertThat(store().gates().requestResume(requested)).isEqualTo(WRITTEN);

    assertThat(recorded.read()).isEqualTo(requested.next());
  }

  @Test
  void of_two_intents_to_resume_one_is_written() {
    var recorded = executionWithGate(2, 0).pause();
    var read = recorded.active();
    recorded.requestResume();

    assertThat(store().gates().requestResume(read.requestResume(requestBy("eve")).get()))
        .isEqualTo(CONFLICT);
    assertThat(recorded.paused().resumeIntent()).containsExactly(requestBy("dora"));
  }

  @Test
  void an_intent_is_refused_once_the_execution_has_gone_on() {
    var recorded = executionWithGate(2, 0).pause().requestResume().resume();
    var unaware = believedPausedWithoutIntent(recorded.active(), 0);

    assertThat(store().gates().requestResume(unaware.requestResume(requestBy("eve")).get()))
        .isEqualTo(CONFLICT);
    assertThat(recorded.document()).doesNotContainKey("resumeRequest");
  }

  /** An intent is for one gate: what an operator let go is not the next gate. */
  @Test
  void an_intent_for_another_gate_is_refused() {
    var recorded = executionWithGate(2, 0).pause();
    var unaware = believedPausedWithoutIntent(recorded.active(), 1);

    assertThat(store().gates().requestResume(unaware.requestResume(requestBy("eve")).get()))
        .isEqualTo(CONFLICT);
    assertThat(recorded.paused().resumeIntent()).isEmpty();
  }

  private static PausedExecution believedPausedWithoutIntent(ActiveExecution execution, int wave) {
    var paused = believedPaused(execution, wave);
    return new PausedExecution(
        paused.facts(), paused.before(), paused.token(), Option.none(), paused.waiting());
  }

  @Test
  void resuming_creates_the_wave_behind_the_gate_and_clears_the_gate() {
    var recorded = executionWithGate(2, 0).pause().requestResume();
    var resumed = resume(recorded.paused());

    assertThat(store().gates().resume(resumed)).isEqualTo(WRITTEN);

    assertThat(recorded.read()).isEqualTo(resumed.next());
    assertThat(recorded.document())
        .containsEntry("currentWave", 1L)
        .doesNotContainKeys("taskToken", "pausedBeforeWave", "resumeRequest", "pauseRequest");
  }

  @Test
  void resuming_needs_the_intent_of_an_operator() {
    var recorded = executionWithGate(2, 0).pause();

    assertThat(store().gates().resume(resume(believedPaused(recorded.active(), 0))))
        .isEqualTo(CONFLICT);
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.PAUSED);
  }

  @Test
  void of_two_resumes_from_the_same_state_one_is_written() {
    var recorded = executionWithGate(2, 0).pause().requestResume();
    var resumed = resume(recorded.paused());

    assertThat(store().gates().resume(resumed)).isEqualTo(WRITTEN);
    assertThat(store().gates().resume(resumed)).isEqualTo(CONFLICT);
  }

  @Test
  void resuming_is_refused_once_the_execution_has_gone_on() {
    var recorded = executionWithGate(2, 0).pause().requestResume().resume();
    var before = recorded.document();

    assertThat(store().gates().resume(resume(believedPaused(recorded.active(), 0))))
        .isEqualTo(CONFLICT);
    assertThat(recorded.document()).isEqualTo(before);
  }

  @Test
  void of_a_resume_and_a_cancel_one_is_written() {
    var cancelled = executionWithGate(2, 0).pause().requestResume();
    var resume = resume(cancelled.paused());
    cancelled.requestCancel();
    assertThat(store().gates().resume(resume)).isEqualTo(CONFLICT);

    var resumed = executionWithGate(2, 0).pause().requestResume();
    Transition<? extends Execution> cancel =
        resumed.active().requestCancel(requestBy("carol")).get();
    resumed.resume();
    assertThat(store().endings().requestCancel(cancel)).isEqualTo(CONFLICT);
    assertThat(resumed.read().status()).isEqualTo(ExecutionStatus.POLLING);
  }

  @Test
  void a_second_gate_pauses_after_the_first_was_resumed() {
    var recorded = executionWithGate(2, 1).completeWave().pause();

    assertThat(recorded.paused().before()).isEqualTo(new WaveNumber(1));
    assertThat(recorded.paused().resumeIntent()).isEmpty();
  }
}
