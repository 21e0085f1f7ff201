package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.REVISION;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.LifecycleViolation.AlreadyRequested;
import io.drsorchestrator.domain.execution.LifecycleViolation.NoWaveLeft;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class RequestingPauseTest {

  private static final OperatorRequest ALICE = requestBy("alice");

  @Test
  void is_on_record_and_changes_no_status() {
    var running = execution().withWaves(2).withRunningWave().polling();

    var asked = running.requestPause(ALICE).get();

    assertThat(asked.next().status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(asked.next().pauseRequest()).isEqualTo(Option.some(ALICE));
    assertThat(asked.next().waves()).isEqualTo(running.waves());
    assertThat(asked.next().facts().revision()).isEqualTo(REVISION.next());
    assertThat(asked.events()).containsExactly(new LifecycleEvent.PauseRequested(ALICE));
  }

  @Test
  void lets_the_wave_under_way_go_on() {
    var running = execution().withWaves(2).withRunningWave().polling();

    assertThat(running.requestPause(ALICE).get().next().nextStep(NOON))
        .isEqualTo(running.nextStep(NOON));
  }

  @Test
  void stops_a_new_execution_before_its_first_wave() {
    var asked = execution().pending().requestPause(ALICE).get();

    assertThat(asked.next().status()).isEqualTo(ExecutionStatus.PENDING);
    assertThat(asked.next().nextStep(NOON))
        .isEqualTo(NextStep.of(NextStep.Kind.PAUSE, WaveNumber.FIRST));
  }

  @Test
  void stops_at_the_next_boundary() {
    var between = execution().withWaves(2).withCompletedWaves(1).polling();

    assertThat(between.requestPause(ALICE).get().next().nextStep(NOON))
        .isEqualTo(NextStep.of(NextStep.Kind.PAUSE, new WaveNumber(1)));
  }

  @Test
  void names_the_first_asker_on_a_repetition() {
    var asked = execution().withRequest().pending();

    assertThat(asked.requestPause(ALICE))
        .isEqualTo(Either.left(new AlreadyRequested(requestBy("bob"))));
  }

  @Test
  void is_refused_in_the_last_wave() {
    var last = execution().withWaves(2).withCompletedWaves(1);

    assertThat(last.withRunningWave().polling().requestPause(ALICE))
        .isEqualTo(Either.left(new NoWaveLeft()));
    assertThat(last.withClaimedWave().polling().requestPause(ALICE))
        .isEqualTo(Either.left(new NoWaveLeft()));
  }

  @Test
  void is_refused_when_every_wave_is_completed() {
    assertThat(execution().withCompletedWaves(1).polling().requestPause(ALICE))
        .isEqualTo(Either.left(new NoWaveLeft()));
  }

  @Test
  void is_refused_when_a_wave_failed_and_no_other_will_start() {
    assertThat(execution().withWaves(2).withFailedWave().polling().requestPause(ALICE))
        .isEqualTo(Either.left(new NoWaveLeft()));
  }
}
