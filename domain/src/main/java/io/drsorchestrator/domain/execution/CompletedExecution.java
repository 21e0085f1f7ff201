package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** An execution whose every wave is COMPLETED; nothing else can be made into one (I1). */
public record CompletedExecution(ExecutionFacts facts, Instant completedTime)
    implements EndedExecution {

  public CompletedExecution {
    if (!facts.waves().areCompleted()) {
      throw new IllegalArgumentException(
          "only %d of %d waves are COMPLETED"
              .formatted(facts.waves().completed(), facts.waves().total()));
    }
  }

  @Override
  public ExecutionKey key() {
    return facts.key();
  }

  @Override
  public ExecutionStatus status() {
    return ExecutionStatus.COMPLETED;
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
