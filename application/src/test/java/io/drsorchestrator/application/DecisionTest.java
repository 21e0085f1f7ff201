package io.drsorchestrator.application;

import static io.drsorchestrator.domain.execution.Executions.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.execution.NextStep.Kind;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a workflow is told: the machine of a wave gets the steps of that wave only. */
class DecisionTest {

  private static final WaveNumber SECOND = new WaveNumber(1);
  private static final Duration WAIT = Duration.ofSeconds(15);

  private static Decision decision(Kind kind, Option<WaveNumber> wave) {
    return new Decision(
        KEY,
        ExecutionStatus.POLLING,
        new NextStep(kind, wave, WAIT),
        Vector.of(WaveStatus.COMPLETED, WaveStatus.FAILED, WaveStatus.COMPLETED));
  }

  @Test
  void counts_the_waves_that_are_complete() {
    assertThat(decision(Kind.FAIL, Option.none()).completedWaves()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void the_machine_of_a_wave_goes_on_with_its_own_wave(Kind kind) {
    var own = decision(kind, Option.some(SECOND));

    assertThat(own.forWaveMachineOf(SECOND)).isEqualTo(own);
  }

  /** Else two machines would look after one wave. */
  @ParameterizedTest
  @EnumSource(names = {"START_WAVE", "AWAIT_WAVE"})
  void the_machine_of_a_wave_hands_another_wave_back(Kind kind) {
    var other = decision(kind, Option.some(SECOND));

    assertThat(other.forWaveMachineOf(WaveNumber.FIRST))
        .isEqualTo(
            new Decision(
                KEY,
                ExecutionStatus.POLLING,
                new NextStep(Kind.RUN_WAVE, Option.some(SECOND), Duration.ZERO),
                other.waves()));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"START_WAVE", "AWAIT_WAVE"},
      mode = EnumSource.Mode.EXCLUDE)
  void every_other_step_is_for_the_execution_machine_as_it_is(Kind kind) {
    var step = decision(kind, Option.some(SECOND));

    assertThat(step.forWaveMachineOf(WaveNumber.FIRST)).isEqualTo(step);
    assertThat(decision(kind, Option.none()).forWaveMachineOf(SECOND))
        .isEqualTo(decision(kind, Option.none()));
  }
}
