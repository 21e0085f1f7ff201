package io.drsorchestrator.application.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the recovery instances of an execution may be terminated (contract 3.4); the first rule
 * that matches decides.
 *
 * @param reason why not; null if they may
 */
public record TerminationMetadata(
    boolean canTerminate, @Nullable String reason, boolean hasRecoveryInstances) {

  private static final Set<String> ENDED = Set.of("COMPLETED", "CANCELLED", "FAILED", "PARTIAL");
  private static final Set<String> WAVE_ACTIVE =
      Set.of("IN_PROGRESS", "PENDING", "RUNNING", "STARTED", "POLLING", "LAUNCHING", "INITIATED");

  /** Of an item as it is stored. */
  public static TerminationMetadata of(Map<String, Object> stored) {
    var waves = waves(stored);
    if (!ENDED.contains(String.valueOf(stored.get("status")))) {
      return new TerminationMetadata(false, "Execution not in terminal state", false);
    }
    if (waves.stream().noneMatch(wave -> wave.get("jobId") != null)) {
      return new TerminationMetadata(false, "No recovery instances found", false);
    }
    if (Boolean.TRUE.equals(stored.get("instancesTerminated"))) {
      return new TerminationMetadata(false, "Instances already terminated", true);
    }
    return waves.stream().anyMatch(w -> WAVE_ACTIVE.contains(String.valueOf(w.get("status"))))
        ? new TerminationMetadata(false, "Waves still active", true)
        : new TerminationMetadata(true, null, true);
  }

  /** As the API answers it. */
  public Map<String, @Nullable Object> asMap() {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("canTerminate", canTerminate);
    map.put("reason", reason);
    map.put("hasRecoveryInstances", hasRecoveryInstances);
    return map;
  }

  private static List<Map<?, ?>> waves(Map<String, Object> stored) {
    return stored.get("waves") instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).<Map<?, ?>>map(w -> (Map<?, ?>) w).toList()
        : List.of();
  }
}
