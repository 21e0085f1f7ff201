package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.wave.WaveNumber;
import java.util.Map;
import software.amazon.awssdk.services.drs.model.Job;

/** The tags by which a job is found again after its StartRecovery answer was lost (D26). */
final class JobTags {

  private static final String EXECUTION = "executionId";
  private static final String WAVE = "waveNumber";

  private JobTags() {}

  static Map<String, String> of(ExecutionKey key, WaveNumber wave) {
    return Map.of(
        EXECUTION,
        key.executionId().value(),
        "planId",
        key.planId().value(),
        WAVE,
        wave.toString(),
        "managedBy",
        "drs-orchestrator");
  }

  static boolean mark(Job job, ExecutionKey key, WaveNumber wave) {
    return key.executionId().value().equals(job.tags().get(EXECUTION))
        && wave.toString().equals(job.tags().get(WAVE));
  }
}
