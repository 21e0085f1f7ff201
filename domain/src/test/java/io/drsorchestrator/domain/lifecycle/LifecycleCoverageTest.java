package io.drsorchestrator.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.LifecycleViolation;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.RunningExecution;
import io.drsorchestrator.domain.execution.WaveProgress;
import io.drsorchestrator.domain.lifecycle.LifecycleExploration.Refused;
import io.drsorchestrator.domain.lifecycle.LifecycleExploration.Taken;
import io.vavr.control.Either;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds what the code does against the table of the design. A transition that is never taken fails
 * here, and so does one that nobody has declared.
 */
class LifecycleCoverageTest {

  /** Section 3 of the design, split into the commands of the domain. */
  private static final String DECLARED =
      """
      PENDING    claimWave     POLLING
      PENDING    failLaunch    POLLING
      PENDING    pause         PAUSED
      PENDING    requestPause  PENDING
      PENDING    requestCancel CANCELLED
      PENDING    workflowDied  FAILED
      POLLING    claimWave     POLLING
      POLLING    failLaunch    POLLING
      POLLING    recordLaunch  POLLING
      POLLING    observe       POLLING
      POLLING    unanswered    POLLING
      POLLING    pause         PAUSED
      POLLING    requestPause  POLLING
      POLLING    requestCancel CANCELLING
      POLLING    requestCancel CANCELLED
      POLLING    fail          FAILED
      POLLING    workflowDied  FAILED
      POLLING    finalizeBy    COMPLETED
      PAUSED     pause         PAUSED
      PAUSED     requestResume PAUSED
      PAUSED     resume        POLLING
      PAUSED     requestCancel CANCELLED
      PAUSED     workflowDied  FAILED
      CANCELLING recordLaunch  CANCELLING
      CANCELLING observe       CANCELLING
      CANCELLING unanswered    CANCELLING
      CANCELLING abandon       CANCELLING
      CANCELLING finishCancel  CANCELLED
      """;

  private static final LifecycleExploration EXPLORED = LifecycleExploration.complete();

  @Test
  void every_declared_transition_is_taken_and_no_other() {
    assertThat(EXPLORED.taken().stream().map(LifecycleCoverageTest::asDeclared))
        .containsExactlyInAnyOrderElementsOf(
            DECLARED.lines().map(line -> line.replaceAll(" +", " ")).toList());
  }

  @Test
  void every_command_is_tried_in_every_state_that_has_it() {
    var tried =
        Stream.concat(
                EXPLORED.taken().stream().map(t -> t.from() + " " + t.command()),
                EXPLORED.refused().stream().map(r -> r.from() + " " + r.command()))
            .collect(Collectors.toSet());

    assertThat(tried)
        .containsAll(commandsOf(ExecutionStatus.PENDING, PendingExecution.class))
        .containsAll(commandsOf(ExecutionStatus.POLLING, PollingExecution.class))
        .containsAll(commandsOf(ExecutionStatus.PAUSED, PausedExecution.class))
        .containsAll(commandsOf(ExecutionStatus.CANCELLING, CancellingExecution.class));
  }

  @Test
  void every_state_is_reached() {
    assertThat(EXPLORED.steps().stream().map(step -> step.at())).contains(ExecutionStatus.values());
  }

  @Test
  void nothing_leaves_a_state_that_is_final() {
    assertThat(EXPLORED.taken())
        .extracting(Taken::from)
        .containsOnly(
            ExecutionStatus.PENDING,
            ExecutionStatus.POLLING,
            ExecutionStatus.PAUSED,
            ExecutionStatus.CANCELLING);
  }

  /** The application answers one itself, and only items of older systems lead to another. */
  @Test
  void every_violation_occurs_but_two() {
    Set<Class<?>> expected =
        Arrays.stream(LifecycleViolation.class.getPermittedSubclasses())
            .filter(violation -> violation != LifecycleViolation.AlreadyEnded.class)
            .filter(violation -> violation != LifecycleViolation.NobodyWaits.class)
            .collect(Collectors.toSet());

    assertThat(EXPLORED.refused().stream().<Class<?>>map(Refused::violation)).containsAll(expected);
  }

  @Test
  void a_poll_changes_no_status() {
    assertThat(EXPLORED.taken())
        .filteredOn(taken -> Set.of("observe", "unanswered").contains(taken.command()))
        .isNotEmpty()
        .allMatch(taken -> taken.from() == taken.to());
  }

  @Test
  void no_state_is_complete_before_every_wave_of_the_plan_is() {
    assertThat(EXPLORED.premature()).isEmpty();
  }

  @Test
  void explores_more_than_a_few_states() {
    assertThat(EXPLORED.states()).isGreaterThan(500);
  }

  private static String asDeclared(Taken taken) {
    return taken.from() + " " + taken.command() + " " + taken.to();
  }

  /** The methods of the type whose answer is a change of the lifecycle. */
  private static Set<String> commandsOf(
      ExecutionStatus status, Class<? extends ActiveExecution> type) {
    return Stream.concat(
            Arrays.stream(type.getMethods()), Arrays.stream(RunningExecution.class.getMethods()))
        .filter(method -> method.getDeclaringClass().isAssignableFrom(type))
        .filter(LifecycleCoverageTest::isCommand)
        .map(method -> status + " " + method.getName())
        .collect(Collectors.toSet());
  }

  private static boolean isCommand(Method method) {
    return method.getReturnType() == Either.class || method.getReturnType() == WaveProgress.class;
  }
}
