package io.drsorchestrator.application.read;

import java.util.LinkedHashMap;
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

  private static final Set<String> WAVE_ACTIVE =
      Set.of("IN_PROGRESS", "PENDING", "RUNNING", "STARTED", "POLLING", "LAUNCHING", "INITIATED");

  /** Of an item as it is stored. */
  public static TerminationMetadata of(Map<String, Object> stored) {
    return of(new StoredFields(stored));
  }

  static TerminationMetadata of(StoredFields execution) {
    var waves = execution.maps("waves");
    if (!StoredStatus.of(execution).isTerminal()) {
      return new TerminationMetadata(false, "Execution not in terminal state", false);
    }
    if (!waves.exists(wave -> wave.text("jobId").isDefined())) {
      return new TerminationMetadata(false, "No recovery instances found", false);
    }
    if (execution.flag("instancesTerminated").getOrElse(false)) {
      return new TerminationMetadata(false, "Instances already terminated", true);
    }
    return waves.exists(wave -> wave.text("status").exists(WAVE_ACTIVE::contains))
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
}
