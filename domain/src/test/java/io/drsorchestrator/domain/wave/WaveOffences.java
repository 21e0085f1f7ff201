package io.drsorchestrator.domain.wave;

import io.drsorchestrator.domain.execution.ExecutionStatus;

/** What nothing about waves may do. */
public final class WaveOffences {

  private WaveOffences() {}

  /** Says something about the execution that the wave belongs to. */
  public record KnowsTheExecution(ExecutionStatus status) {}
}
