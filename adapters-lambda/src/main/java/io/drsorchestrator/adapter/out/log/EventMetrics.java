package io.drsorchestrator.adapter.out.log;

import io.drsorchestrator.adapter.out.log.EmbeddedMetrics.Metric;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionCompleted;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveCompleted;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveFailed;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;

/** Which metrics an event is (NFR-3.4). */
final class EventMetrics {

  private EventMetrics() {}

  static Vector<Metric> of(ToldEvent told) {
    if (told.event() instanceof WaveCompleted completed) {
      return ended(told, "WavesCompleted", completed.wave());
    }
    if (told.event() instanceof WaveFailed failed) {
      return ended(told, "WavesFailed", failed.wave());
    }
    return told.event() instanceof ExecutionCompleted
        ? Vector.of(Metric.millis("FinalizationLatency", Durations.finalization(told)))
        : Vector.empty();
  }

  private static Vector<Metric> ended(ToldEvent told, String counted, WaveNumber wave) {
    return Vector.of(Metric.count(counted, 1))
        .appendAll(
            told.ended(wave)
                .flatMap(Durations::ofWave)
                .map(duration -> Metric.seconds("WaveDuration", duration.toSeconds())));
  }
}
