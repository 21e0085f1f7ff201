package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_DIED;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static io.drsorchestrator.domain.wave.SampleWaves.attempt;
import static io.drsorchestrator.domain.wave.SampleWaves.plan;
import static io.drsorchestrator.domain.wave.SampleWaves.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.LifecycleViolation.NotAllowed;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Either;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command in every active state that does not know it. */
class RefusedCommandsTest {

  private static final ActiveExecution PENDING = execution().pending();
  private static final ActiveExecution POLLING = execution().withRunningWave().polling();
  private static final ActiveExecution PAUSED =
      execution().withGateBefore(0).withRequest().paused();
  private static final ActiveExecution CANCELLING = execution().withRunningWave().cancelling();

  private interface Command extends Function<ActiveExecution, Either<LifecycleViolation, ?>> {}

  @ParameterizedTest
  @MethodSource("refused")
  void is_refused(ActiveExecution execution, Command command, String name) {
    assertThat(command.apply(execution))
        .isEqualTo(Either.left(new NotAllowed(name, execution.status())));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
            refusedBy(PENDING, asksToResume(), resumes(), finishesCancel()),
            refusedBy(POLLING, asksToResume(), resumes(), finishesCancel()),
            refusedBy(PAUSED, claims(), failsLaunch(), asksToPause(), finishesCancel()),
            refusedBy(CANCELLING, claims(), failsLaunch(), pauses(), asksToPause()),
            refusedBy(CANCELLING, asksToResume(), resumes(), fails(), loses()))
        .flatMap(rows -> rows);
  }

  private static Stream<Arguments> refusedBy(ActiveExecution execution, Row... rows) {
    return Stream.of(rows).map(row -> Arguments.of(execution, row.command(), row.name()));
  }

  private record Row(Command command, String name) {}

  private static Row claims() {
    return new Row(
        e -> e.claimWave(WaveNumber.FIRST, target(plan(0)), attempt("attempt-1", NOON)),
        "start a wave");
  }

  private static Row failsLaunch() {
    return new Row(e -> e.failLaunch(WaveNumber.FIRST, "why", NOON), "fail a launch");
  }

  private static Row pauses() {
    return new Row(e -> e.pause(WORKFLOW, TOKEN, NOON), "pause");
  }

  private static Row asksToPause() {
    return new Row(e -> e.requestPause(requestBy("alice")), "pause");
  }

  private static Row asksToResume() {
    return new Row(e -> e.requestResume(requestBy("alice")), "resume");
  }

  private static Row resumes() {
    return new Row(e -> e.resume(WORKFLOW, NOON), "resume");
  }

  private static Row finishesCancel() {
    return new Row(e -> e.finishCancel(NOON), "end a cancellation");
  }

  private static Row fails() {
    return new Row(e -> e.fail(NOON), "fail");
  }

  private static Row loses() {
    return new Row(e -> e.workflowDied(WORKFLOW_DIED, NOON), "fail");
  }
}
