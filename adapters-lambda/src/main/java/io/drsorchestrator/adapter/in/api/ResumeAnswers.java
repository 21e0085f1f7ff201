package io.drsorchestrator.adapter.in.api;

import io.drsorchestrator.application.Answer;
import io.drsorchestrator.application.Decision;
import io.drsorchestrator.domain.execution.LifecycleViolation;
import io.drsorchestrator.domain.execution.LifecycleViolation.AlreadyRequested;
import io.drsorchestrator.domain.execution.LifecycleViolation.NobodyWaits;
import io.drsorchestrator.domain.wave.WaveNumber;

/**
 * The answers to a request to resume (contract 3.8): the intent is stored and the workflow resumes.
 * A repeated one is answered like the first (D15).
 */
final class ResumeAnswers {

  private ResumeAnswers() {}

  static CommandAnswer of(Answer answer) {
    return answer
        .refusal()
        .filter(refusal -> !(refusal instanceof AlreadyRequested))
        .map(refusal -> refused(answer.decision(), refusal))
        .getOrElse(() -> accepted(answer.decision()));
  }

  /** What is accepted is paused, and a paused execution tells before which wave. */
  private static CommandAnswer accepted(Decision decision) {
    var wave = decision.next().wave().getOrElse(WaveNumber.FIRST);
    var message = "Execution resumed - wave %d will start".formatted(wave.ordinal());
    return CommandAnswer.accepted(decision, "RESUMING", message).with("nextWave", wave.value());
  }

  private static CommandAnswer refused(Decision decision, LifecycleViolation refusal) {
    return CommandAnswer.refused(
        decision,
        refusal instanceof NobodyWaits ? "No task token found" : "Execution is not paused",
        refusal);
  }
}
