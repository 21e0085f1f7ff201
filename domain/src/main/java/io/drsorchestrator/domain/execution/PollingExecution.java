package io.drsorchestrator.domain.execution;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionCompleted;
import io.drsorchestrator.domain.execution.LifecycleViolation.WavesOutstanding;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;

/** An execution whose waves are run, one after another; POLLING is also its status in between. */
public record PollingExecution(ExecutionFacts facts, Option<OperatorRequest> pauseRequest)
    implements StartableExecution, RunningExecution {

  /**
   * The one way to COMPLETED: the workflow on record, and every wave of the plan COMPLETED (FR-5.1,
   * FR-5.5). A poll has no {@link WorkflowAuthority} and cannot call this.
   */
  public Either<LifecycleViolation, Transition<CompletedExecution>> finalizeBy(
      WorkflowAuthority workflow, Instant now) {
    return Workflows.onRecord(facts, workflow)
        .flatMap(ok -> waves().areCompleted() ? Right(completed(now)) : Left(outstanding()));
  }

  private Transition<CompletedExecution> completed(Instant now) {
    return Transition.of(
        this, new CompletedExecution(facts.next(), now), new ExecutionCompleted(waveStatuses()));
  }

  private LifecycleViolation outstanding() {
    return new WavesOutstanding(waves().completed(), waves().total());
  }

  @Override
  public ExecutionStatus status() {
    return ExecutionStatus.POLLING;
  }

  @Override
  public PollingExecution withPauseRequest(OperatorRequest request) {
    return new PollingExecution(facts.next(), Option.some(request));
  }

  @Override
  public PollingExecution after(WaveProgress progress) {
    return new PollingExecution(facts.observed(progress), pauseRequest);
  }
}
