package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.control.Option;
import java.time.Duration;

/** Why a command is refused. Refusals are answers, not faults. */
public sealed interface LifecycleViolation {

  /** One sentence for people. */
  String reason();

  /** The state does not know the command. */
  record NotAllowed(String command, ExecutionStatus status) implements LifecycleViolation {
    @Override
    public String reason() {
      return "An execution that is %s cannot %s".formatted(status, command);
    }
  }

  /** The outcome is on record already (I2). */
  record AlreadyEnded(ExecutionStatus status) implements LifecycleViolation {
    @Override
    public String reason() {
      return "The execution is already %s".formatted(status);
    }
  }

  /** Finalizing while waves of the plan are not COMPLETED (FR-5.1). */
  record WavesOutstanding(int completed, int total) implements LifecycleViolation {
    @Override
    public String reason() {
      return "Only %d of %d waves are COMPLETED".formatted(completed, total);
    }
  }

  /** The wave is not the one whose turn it is. */
  record NotItsTurn(WaveNumber wave, Option<WaveNumber> current) implements LifecycleViolation {
    @Override
    public String reason() {
      var turn = current.map(c -> "it is the turn of wave " + c).getOrElse("no wave is left");
      return "Wave %s cannot start: %s".formatted(wave, turn);
    }
  }

  /** The wave is not in the state that the command needs. */
  record WaveNotReady(WaveNumber wave, WaveStatus status, String command)
      implements LifecycleViolation {
    @Override
    public String reason() {
      return "Wave %s is %s and cannot %s".formatted(wave, status, command);
    }
  }

  /** A gate or a pause request stands before the wave (I6). */
  record GateClosed(WaveNumber wave) implements LifecycleViolation {
    @Override
    public String reason() {
      return "Wave %s waits for an operator".formatted(wave);
    }
  }

  /** Neither a gate nor a pause request stands before the wave. */
  record NothingToPauseFor(WaveNumber wave) implements LifecycleViolation {
    @Override
    public String reason() {
      return "Nothing asks for a pause before wave %s".formatted(wave);
    }
  }

  /** Another launch attempt may still be about to call StartRecovery (I9). */
  record LeaseHeld(WaveNumber wave, Duration remaining) implements LifecycleViolation {
    @Override
    public String reason() {
      return "Another attempt to launch wave %s has %d s left"
          .formatted(wave, remaining.toSeconds());
    }
  }

  /** A pause was asked for although no wave is left that it could hold back. */
  record NoWaveLeft() implements LifecycleViolation {
    @Override
    public String reason() {
      return "No wave is left that a pause could hold back";
    }
  }

  /** The same request is on record already. */
  record AlreadyRequested(OperatorRequest request) implements LifecycleViolation {
    @Override
    public String reason() {
      return "%s asked for it at %s".formatted(request.requestedBy(), request.requestedAt());
    }
  }

  /** A resume of a pause for which no workflow waits on a token. */
  record NobodyWaits(WaveNumber wave) implements LifecycleViolation {
    @Override
    public String reason() {
      return "No task token is stored, so no workflow waits before wave %s".formatted(wave);
    }
  }

  /** A resume by the workflow without an operator's intent on record. */
  record NoResumeIntent(WaveNumber wave) implements LifecycleViolation {
    @Override
    public String reason() {
      return "No operator has let wave %s start".formatted(wave);
    }
  }

  /** The caller is not the workflow on record. */
  record NotTheWorkflow(WorkflowArn caller, Option<WorkflowArn> recorded)
      implements LifecycleViolation {
    @Override
    public String reason() {
      return "%s is not the workflow of this execution (%s)"
          .formatted(caller, recorded.map(WorkflowArn::value).getOrElse("none on record"));
    }
  }

  /** Failing while no wave has FAILED and the workflow lives. */
  record NothingFailed() implements LifecycleViolation {
    @Override
    public String reason() {
      return "No wave has FAILED and the workflow can go on";
    }
  }

  /** Ending a cancellation while a wave is still under way. */
  record WaveUnderWay(WaveNumber wave) implements LifecycleViolation {
    @Override
    public String reason() {
      return "Wave %s is still under way".formatted(wave);
    }
  }
}
