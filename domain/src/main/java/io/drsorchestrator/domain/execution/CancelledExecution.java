package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** An execution that an operator cancelled; none of its waves is under way any more (I12). */
public record CancelledExecution(ExecutionFacts facts, OperatorRequest request, Instant endTime)
    implements EndedExecution {

  public CancelledExecution {
    Ended.requireNoneUnderWay(facts);
  }

  @Override
  public ExecutionKey key() {
    return facts.key();
  }

  @Override
  public ExecutionStatus status() {
    return ExecutionStatus.CANCELLED;
  }

  @Override
  public Option<ExecutionFacts> known() {
    return Option.some(facts);
  }

  @Override
  public Vector<WaveStatus> waveStatuses() {
    return facts.waves().statuses();
  }
}
