package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.drsorchestrator.application.Answer;
import io.drsorchestrator.application.Decision;
import io.drsorchestrator.domain.execution.LifecycleViolation;
import io.drsorchestrator.domain.execution.LifecycleViolation.AlreadyRequested;
import io.drsorchestrator.domain.wave.WaveStatus;
import java.util.List;
import java.util.Locale;

/** The answers to a cancel (contract 3.6); a repeated one is answered like the first. */
final class CancelAnswers {

  private static final List<String> CANCELLABLE =
      List.of(
          "RUNNING",
          "PAUSED",
          "PAUSE_PENDING",
          "CANCELLING",
          "IN_PROGRESS",
          "POLLING",
          "INITIATED",
          "PENDING");

  private CancelAnswers() {}

  static CommandAnswer of(Answer answer) {
    return answer
        .refusal()
        .filter(refusal -> !(refusal instanceof AlreadyRequested))
        .map(refusal -> refused(answer.decision(), refusal))
        .getOrElse(() -> accepted(answer.decision()));
  }

  private static CommandAnswer refused(Decision decision, LifecycleViolation refusal) {
    return CommandAnswer.refused(decision, "EXECUTION_NOT_CANCELLABLE", refusal)
        .with("cancellableStatuses", CANCELLABLE);
  }

  private static CommandAnswer accepted(Decision decision) {
    var status = decision.status().name();
    var message = "Execution %s successfully".formatted(status.toLowerCase(Locale.ROOT));
    var answer = CommandAnswer.accepted(decision, status, message);
    var details = answer.body().putObject("details");
    waves(details.putArray("completedWaves"), decision, WaveStatus.COMPLETED);
    waves(details.putArray("inProgressWaves"), decision, WaveStatus.POLLING);
    waves(details.putArray("cancelledWaves"), decision, WaveStatus.CANCELLED);
    waves(details.putArray("failedWaves"), decision, WaveStatus.FAILED);
    return answer;
  }

  private static void waves(ArrayNode numbers, Decision decision, WaveStatus status) {
    decision
        .waves()
        .zipWithIndex()
        .filter(wave -> wave._1 == status)
        .forEach(wave -> numbers.add(wave._2.intValue()));
  }
}
