package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** An execution that failed; none of its waves is under way any more (I12). */
public record FailedExecution(ExecutionFacts facts, FailureCause cause, Instant endTime)
    implements EndedExecution {

  public FailedExecution {
    Ended.requireNoneUnderWay(facts);
  }

  @Override
  public ExecutionKey key() {
    return facts.key();
  }

  @Override
  public ExecutionStatus status() {
    return ExecutionStatus.FAILED;
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
