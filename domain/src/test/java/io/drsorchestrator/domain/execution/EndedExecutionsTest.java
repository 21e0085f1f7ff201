package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.KEY;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_DIED;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EndedExecutionsTest {

  private static final Executions TWO = execution().withWaves(2);

  @ParameterizedTest
  @MethodSource("ended")
  void show_their_outcome(ExecutionStatus status, EndedExecution ended, WaveStatus... waves) {
    assertThat(ended.status()).isEqualTo(status);
    assertThat(ended.key()).isEqualTo(KEY);
    assertThat(ended.totalWaves()).isEqualTo(2);
    assertThat(ended.waveStatuses()).containsExactly(waves);
  }

  static Object[][] ended() {
    return new Object[][] {
      {
        ExecutionStatus.COMPLETED,
        TWO.completed(),
        new WaveStatus[] {WaveStatus.COMPLETED, WaveStatus.COMPLETED}
      },
      {
        ExecutionStatus.FAILED,
        TWO.withFailedWave().failed(),
        new WaveStatus[] {WaveStatus.FAILED, WaveStatus.CANCELLED}
      },
      {
        ExecutionStatus.CANCELLED,
        TWO.withCompletedWaves(1).cancelled(),
        new WaveStatus[] {WaveStatus.COMPLETED, WaveStatus.CANCELLED}
      },
      {
        ExecutionStatus.COMPLETED,
        new ArchivedExecution(
            KEY,
            ExecutionStatus.COMPLETED,
            Vector.of(WaveStatus.COMPLETED, WaveStatus.PENDING),
            Option.none(),
            Revision.INITIAL),
        new WaveStatus[] {WaveStatus.COMPLETED, WaveStatus.PENDING}
      },
    };
  }

  @Test
  void keep_their_facts_but_for_what_an_older_system_ended() {
    assertThat(TWO.completed().known()).containsExactly(TWO.withCompletedWaves(2).facts());
    assertThat(TWO.withFailedWave().failed().known().map(facts -> facts.waves().statuses()))
        .containsExactly(Vector.of(WaveStatus.FAILED, WaveStatus.CANCELLED));
    assertThat(TWO.cancelled().known().map(facts -> facts.waves().statuses()))
        .containsExactly(Vector.of(WaveStatus.CANCELLED, WaveStatus.CANCELLED));
    assertThat(
            new ArchivedExecution(
                    KEY, ExecutionStatus.FAILED, Vector.empty(), Option.none(), Revision.INITIAL)
                .known())
        .isEmpty();
  }

  @Test
  void the_victims_of_the_old_bug_can_still_be_shown() {
    var victim =
        new ArchivedExecution(
            KEY,
            ExecutionStatus.COMPLETED,
            Vector.of(WaveStatus.COMPLETED, WaveStatus.PENDING, WaveStatus.PENDING),
            Option.none(),
            Revision.INITIAL);

    assertThat(victim.completedWaves()).isEqualTo(1);
    assertThat(victim.totalWaves()).isEqualTo(3);
    assertThat(victim.nextStep(NOON)).isEqualTo(NextStep.of(NextStep.Kind.DONE));
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "POLLING", "PAUSED", "CANCELLING"})
  void only_what_has_ended_is_archived(ExecutionStatus status) {
    assertThatThrownBy(
            () ->
                new ArchivedExecution(KEY, status, Vector.empty(), Option.none(), Revision.INITIAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an archived execution cannot be " + status);
  }

  @ParameterizedTest
  @MethodSource("unfinished")
  void nothing_ends_while_a_wave_may_still_run_or_start(Executions unfinished, String reason) {
    var facts = unfinished.facts();

    assertThatThrownBy(() -> new FailedExecution(facts, WORKFLOW_DIED, NOON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
    assertThatThrownBy(() -> new CancelledExecution(facts, requestBy("carol"), NOON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  static Object[][] unfinished() {
    return new Object[][] {
      {TWO.withRunningWave(), "wave 0 is still POLLING"},
      {TWO.withClaimedWave(), "wave 0 is still POLLING"},
      {TWO.withCompletedWaves(1), "wave 1 is still PENDING"},
    };
  }

  @ParameterizedTest
  @MethodSource("types")
  void have_no_transition(Class<?> type) {
    assertThat(type.getMethods())
        .filteredOn(method -> method.getDeclaringClass() != Object.class)
        .extracting(method -> (Object) method.getReturnType())
        .doesNotContain(io.vavr.control.Either.class, Transition.class, WaveProgress.class);
  }

  static Iterable<Class<?>> types() {
    return Arrays.asList(EndedExecution.class.getPermittedSubclasses());
  }
}
