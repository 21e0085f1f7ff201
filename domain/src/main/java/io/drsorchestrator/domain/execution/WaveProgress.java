package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.execution.LifecycleEvent.WaveCancelled;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveCompleted;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveFailed;
import io.drsorchestrator.domain.wave.ActiveWave;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.Wave;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * All that a poll can produce: one wave before and after a look at AWS. It has no place for an
 * execution status, so a poll cannot finish, fail or pause an execution (AC-3.3, AC-3.5, I3).
 *
 * @param completedWaves of the execution, recorded in the same write as the wave (I10)
 * @param warning what the look had to do without: it is told, and decides nothing
 */
public record WaveProgress(
    ExecutionKey key,
    ActiveWave before,
    Wave after,
    int completedWaves,
    Option<String> warning,
    Vector<LifecycleEvent> events) {

  static WaveProgress of(ExecutionFacts facts, ActiveWave before, Wave after) {
    return of(facts, before, after, Option.none());
  }

  static WaveProgress of(
      ExecutionFacts facts, ActiveWave before, Wave after, Option<String> warning) {
    return new WaveProgress(
        facts.key(), before, after, facts.waves().with(after).completed(), warning, events(after));
  }

  private static Vector<LifecycleEvent> events(Wave after) {
    return after instanceof EndedWave ended ? Vector.of(event(ended)) : Vector.empty();
  }

  private static LifecycleEvent event(EndedWave wave) {
    return switch (wave.status()) {
      case COMPLETED -> new WaveCompleted(wave.number());
      case CANCELLED -> new WaveCancelled(wave.number());
      case FAILED, PENDING, POLLING ->
          new WaveFailed(wave.number(), wave.message().getOrElse("unknown"));
    };
  }
}
