package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_DIED;
import static io.drsorchestrator.domain.execution.Executions.details;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static io.drsorchestrator.domain.wave.SampleWaves.attempt;
import static io.drsorchestrator.domain.wave.SampleWaves.plan;
import static io.drsorchestrator.domain.wave.SampleWaves.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionTest {

  private static final Executions GATED = execution().withGateBefore(0);

  @Test
  void a_new_execution_came_from_nothing() {
    assertThat(PendingExecution.create(details(), execution().plan()).before())
        .isEqualTo(Option.none());
  }

  @ParameterizedTest
  @MethodSource("transitions")
  void tells_what_it_started_from(
      ActiveExecution before, Either<LifecycleViolation, Transition<?>> transition) {
    assertThat(transition.get().before()).isEqualTo(Option.some(before));
  }

  static Object[][] transitions() {
    var fresh = execution().pending();
    var gated = GATED.pending();
    var paused = GATED.paused();
    var intended = GATED.withRequest().paused();
    var running = execution().withRunningWave().polling();
    var failed = execution().withFailedWave().polling();
    var complete = execution().withCompletedWaves(1).polling();
    var cancelling = execution().withCompletedWaves(1).cancelling();
    var first = WaveNumber.FIRST;
    return new Object[][] {
      {fresh, fresh.claimWave(first, target(plan(0)), attempt("attempt-1", NOON))},
      {fresh, fresh.failLaunch(first, "why", NOON)},
      {fresh, fresh.requestPause(requestBy("alice"))},
      {fresh, fresh.requestCancel(requestBy("alice"))},
      {gated, gated.pause(WORKFLOW, TOKEN, NOON)},
      {paused, paused.pause(WORKFLOW, TOKEN, NOON)},
      {paused, paused.requestResume(requestBy("alice"))},
      {paused, paused.requestCancel(requestBy("alice"))},
      {paused, paused.workflowDied(WORKFLOW_DIED, NOON)},
      {intended, intended.resume(WORKFLOW, NOON)},
      {running, running.requestCancel(requestBy("alice"))},
      {running, running.workflowDied(WORKFLOW_DIED, NOON)},
      {failed, failed.fail(NOON)},
      {complete, complete.finalizeBy(WORKFLOW, NOON)},
      {cancelling, cancelling.finishCancel(NOON)},
    };
  }
}
