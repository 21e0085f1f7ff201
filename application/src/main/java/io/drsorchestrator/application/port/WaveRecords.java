package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.WaveProgress;
import java.time.Instant;

/** The only write of a poll. It cannot express an execution status (AC-3.3, D1). */
@FunctionalInterface
public interface WaveRecords {

  /** Stores what was learnt about one wave, and {@code lastPolledTime} (AC-3.2). */
  WriteOutcome record(WaveProgress progress, Instant polledAt);
}
