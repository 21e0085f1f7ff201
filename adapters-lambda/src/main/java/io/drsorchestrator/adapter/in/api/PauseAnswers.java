package io.drsorchestrator.adapter.in.api;

import io.drsorchestrator.application.Answer;
import io.drsorchestrator.application.Decision;
import io.drsorchestrator.domain.execution.LifecycleViolation;
import io.drsorchestrator.domain.execution.LifecycleViolation.AlreadyRequested;
import io.drsorchestrator.domain.execution.LifecycleViolation.NoWaveLeft;
import io.drsorchestrator.domain.wave.WaveStatus;
import java.util.List;

/**
 * The answers to a request to pause (contract 3.7): it is stored, and the next wave boundary
 * honours it; PAUSED is for the workflow to write. A repeated one is answered like the first.
 */
final class PauseAnswers {

  /** Those of the contract, and PENDING: the first wave can be held back as well. */
  private static final List<String> PAUSABLE =
      List.of("RUNNING", "IN_PROGRESS", "POLLING", "PENDING");

  private PauseAnswers() {}

  static CommandAnswer of(Answer answer) {
    return answer
        .refusal()
        .filter(refusal -> !(refusal instanceof AlreadyRequested))
        .map(refusal -> refused(answer.decision(), refusal))
        .getOrElse(() -> accepted(answer.decision()));
  }

  private static CommandAnswer accepted(Decision decision) {
    return CommandAnswer.accepted(decision, "PAUSE_PENDING", message(decision))
        .with("lastCompletedWave", lastCompleted(decision));
  }

  /** The wave is counted from 0 here, as in the contract. */
  private static String message(Decision decision) {
    int active = decision.waves().indexOf(WaveStatus.POLLING);
    return active < 0
        ? "Pause scheduled - will pause before the next wave starts"
        : "Pause scheduled - will pause after wave %d completes".formatted(active);
  }

  /** The contract has 0 also where no wave is completed. */
  private static int lastCompleted(Decision decision) {
    return Math.max(0, decision.waves().lastIndexOf(WaveStatus.COMPLETED));
  }

  private static CommandAnswer refused(Decision decision, LifecycleViolation refusal) {
    if (!(refusal instanceof NoWaveLeft)) {
      return CommandAnswer.refused(decision, "EXECUTION_NOT_PAUSABLE", refusal)
          .with("pausableStatuses", PAUSABLE);
    }
    return switch (decision.waves().size()) {
      case 0 -> CommandAnswer.refused(decision, "EXECUTION_NO_WAVES", refusal);
      case 1 ->
          CommandAnswer.refused(decision, "SINGLE_WAVE_NOT_PAUSABLE", refusal).with("waveCount", 1);
      default ->
          CommandAnswer.refused(decision, "NO_PENDING_WAVES", refusal)
              .with("lastCompletedWave", lastCompleted(decision));
    };
  }
}
