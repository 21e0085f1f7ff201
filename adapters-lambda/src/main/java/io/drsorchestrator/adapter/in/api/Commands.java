package io.drsorchestrator.adapter.in.api;

import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.OperatorRequest;

/** The commands of operators with the answers of the contract, whichever way they come in. */
public final class Commands {

  private final UseCases useCases;

  public Commands(UseCases useCases) {
    this.useCases = useCases;
  }

  /** Contract 3.6. */
  public CommandAnswer cancel(ExecutionId id, OperatorRequest request) {
    return CancelAnswers.of(useCases.cancel().cancel(id, request));
  }

  /** Contract 3.7. */
  public CommandAnswer pause(ExecutionId id, OperatorRequest request) {
    return PauseAnswers.of(useCases.pause().request(id, request));
  }

  /** Contract 3.8. */
  public CommandAnswer resume(ExecutionId id, OperatorRequest request) {
    return ResumeAnswers.of(useCases.resume().request(id, request));
  }
}
