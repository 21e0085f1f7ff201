package io.drsorchestrator.adapter.out.log;

import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionCompleted;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveCompleted;

/** An event in words, for people who read the log. */
final class EventWords {

  private EventWords() {}

  static String of(ToldEvent told) {
    if (told.event() instanceof WaveCompleted completed) {
      return "Wave %d of %d is complete; the execution goes on, nothing is finalized"
          .formatted(completed.wave().ordinal(), told.after().totalWaves());
    }
    return told.event() instanceof ExecutionCompleted completed
        ? "Finalized: all waves of the plan are %s".formatted(completed.waves().distinct().head())
        : told.name();
  }
}
