package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.execution.Executions.STRANGER_ARN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_ARN;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LifecycleViolationTest {

  private static final WaveNumber SECOND = new WaveNumber(1);

  @ParameterizedTest
  @MethodSource("reasons")
  void says_why_in_one_sentence(LifecycleViolation violation, String reason) {
    assertThat(violation.reason()).isEqualTo(reason);
  }

  static Object[][] reasons() {
    return new Object[][] {
      {
        new LifecycleViolation.NotAllowed("pause", ExecutionStatus.CANCELLING),
        "An execution that is CANCELLING cannot pause"
      },
      {
        new LifecycleViolation.AlreadyEnded(ExecutionStatus.CANCELLED),
        "The execution is already CANCELLED"
      },
      {new LifecycleViolation.WavesOutstanding(1, 3), "Only 1 of 3 waves are COMPLETED"},
      {
        new LifecycleViolation.NotItsTurn(SECOND, Option.some(WaveNumber.FIRST)),
        "Wave 1 cannot start: it is the turn of wave 0"
      },
      {
        new LifecycleViolation.NotItsTurn(SECOND, Option.none()),
        "Wave 1 cannot start: no wave is left"
      },
      {
        new LifecycleViolation.WaveNotReady(SECOND, WaveStatus.FAILED, "start"),
        "Wave 1 is FAILED and cannot start"
      },
      {new LifecycleViolation.GateClosed(SECOND), "Wave 1 waits for an operator"},
      {new LifecycleViolation.NothingToPauseFor(SECOND), "Nothing asks for a pause before wave 1"},
      {
        new LifecycleViolation.LeaseHeld(SECOND, Duration.ofSeconds(90)),
        "Another attempt to launch wave 1 has 90 s left"
      },
      {
        new LifecycleViolation.NobodyWaits(SECOND),
        "No task token is stored, so no workflow waits before wave 1"
      },
      {new LifecycleViolation.NoWaveLeft(), "No wave is left that a pause could hold back"},
      {
        new LifecycleViolation.AlreadyRequested(requestBy("bob")),
        "bob asked for it at 2026-03-01T12:00:00Z"
      },
      {new LifecycleViolation.NoResumeIntent(SECOND), "No operator has let wave 1 start"},
      {
        new LifecycleViolation.NotTheWorkflow(STRANGER_ARN, Option.some(WORKFLOW_ARN)),
        STRANGER_ARN + " is not the workflow of this execution (" + WORKFLOW_ARN + ")"
      },
      {
        new LifecycleViolation.NotTheWorkflow(STRANGER_ARN, Option.none()),
        STRANGER_ARN + " is not the workflow of this execution (none on record)"
      },
      {new LifecycleViolation.NothingFailed(), "No wave has FAILED and the workflow can go on"},
      {new LifecycleViolation.WaveUnderWay(SECOND), "Wave 1 is still under way"},
    };
  }

  @Test
  void no_violation_is_left_out_above() {
    assertThat(Stream.of(reasons()).<Class<?>>map(row -> row[0].getClass()))
        .containsOnly(LifecycleViolation.class.getPermittedSubclasses());
  }
}
