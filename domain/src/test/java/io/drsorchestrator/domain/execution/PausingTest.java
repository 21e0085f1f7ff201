package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.REVISION;
import static io.drsorchestrator.domain.execution.Executions.STRANGER;
import static io.drsorchestrator.domain.execution.Executions.STRANGER_ARN;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_ARN;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.LifecycleViolation.NoWaveLeft;
import io.drsorchestrator.domain.execution.LifecycleViolation.NotTheWorkflow;
import io.drsorchestrator.domain.execution.LifecycleViolation.NothingToPauseFor;
import io.drsorchestrator.domain.execution.LifecycleViolation.WaveNotReady;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pause that the workflow makes; the wish for one is in {@link RequestingPauseTest}. */
class PausingTest {

  private static final Instant LATER = NOON.plusSeconds(60);
  private static final CallbackToken NEWER = new CallbackToken("token-2");

  @Test
  void waits_at_the_gate_of_the_first_wave() {
    var paused = execution().withGateBefore(0).pending().pause(WORKFLOW, TOKEN, NOON).get();

    assertThat(paused.next().status()).isEqualTo(ExecutionStatus.PAUSED);
    assertThat(paused.next().before()).isEqualTo(WaveNumber.FIRST);
    assertThat(paused.next().token()).isEqualTo(TOKEN);
    assertThat(paused.next().resumeIntent()).isEqualTo(Option.none());
    assertThat(paused.next().waveStatuses()).containsExactly(WaveStatus.PENDING);
    assertThat(paused.next().facts().revision()).isEqualTo(REVISION.next());
    assertThat(paused.events())
        .containsExactly(new LifecycleEvent.ExecutionPaused(WaveNumber.FIRST, Option.none()));
    assertThat(paused.next().nextStep(NOON))
        .isEqualTo(NextStep.of(NextStep.Kind.PAUSE, WaveNumber.FIRST));
  }

  @Test
  void waits_at_the_gate_of_a_later_wave() {
    var between = execution().withWaves(3).withGateBefore(1).withCompletedWaves(1).polling();

    assertThat(between.pause(WORKFLOW, TOKEN, NOON).get().next().before())
        .isEqualTo(new WaveNumber(1));
  }

  @Test
  void honours_the_request_of_an_operator() {
    var asked = execution().withWaves(2).withCompletedWaves(1).withRequest().polling();

    assertThat(asked.pause(WORKFLOW, TOKEN, NOON).get().next())
        .isEqualTo(
            new PausedExecution(
                new ExecutionFacts(
                    asked.facts().details(),
                    Option.some(WORKFLOW_ARN),
                    asked.waves(),
                    REVISION.next()),
                new WaveNumber(1),
                TOKEN,
                Option.none(),
                GateWait.from(NOON)));
  }

  @Test
  void refuses_where_nothing_asks_for_a_pause() {
    assertThat(execution().pending().pause(WORKFLOW, TOKEN, NOON))
        .isEqualTo(Either.left(new NothingToPauseFor(WaveNumber.FIRST)));
  }

  @ParameterizedTest
  @MethodSource("wavesUnderWay")
  void refuses_while_the_current_wave_is_under_way_or_failed(
      Executions execution, WaveStatus status) {
    assertThat(execution.withRequest().polling().pause(WORKFLOW, TOKEN, NOON))
        .isEqualTo(Either.left(new WaveNotReady(WaveNumber.FIRST, status, "be held back")));
  }

  static Object[][] wavesUnderWay() {
    var two = execution().withWaves(2);
    return new Object[][] {
      {two.withClaimedWave(), WaveStatus.POLLING},
      {two.withResumedWave(), WaveStatus.POLLING},
      {two.withRunningWave(), WaveStatus.POLLING},
      {two.withFailedWave(), WaveStatus.FAILED},
    };
  }

  @Test
  void refuses_when_no_wave_is_left() {
    assertThat(
            execution().withCompletedWaves(1).withRequest().polling().pause(WORKFLOW, TOKEN, NOON))
        .isEqualTo(Either.left(new NoWaveLeft()));
  }

  @Test
  void refuses_a_caller_that_is_not_the_workflow() {
    assertThat(execution().withGateBefore(0).pending().pause(STRANGER, TOKEN, NOON))
        .isEqualTo(Either.left(new NotTheWorkflow(STRANGER_ARN, Option.some(WORKFLOW_ARN))));
  }

  @Test
  void a_second_token_replaces_the_first_and_nothing_else() {
    var paused = execution().withGateBefore(0).withRequest().paused();

    var renewed = paused.pause(WORKFLOW, NEWER, LATER).get();

    assertThat(renewed.next().token()).isEqualTo(NEWER);
    assertThat(renewed.next().before()).isEqualTo(WaveNumber.FIRST);
    assertThat(renewed.next().waiting()).isEqualTo(GateWait.from(NOON));
    assertThat(renewed.next().resumeIntent()).isEqualTo(Option.some(requestBy("bob")));
    assertThat(renewed.next().waves()).isEqualTo(paused.waves());
    assertThat(renewed.next().facts().revision()).isEqualTo(REVISION.next());
    assertThat(renewed.events()).containsExactly(new LifecycleEvent.PauseRenewed(WaveNumber.FIRST));
  }

  @Test
  void a_stranger_cannot_replace_the_token() {
    assertThat(execution().withGateBefore(0).paused().pause(STRANGER, NEWER, LATER))
        .isEqualTo(Either.left(new NotTheWorkflow(STRANGER_ARN, Option.some(WORKFLOW_ARN))));
  }

  @Test
  void never_prints_the_token() {
    assertThat(execution().withGateBefore(0).paused().toString()).doesNotContain("token-1");
  }
}
