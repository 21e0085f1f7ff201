package io.drsorchestrator.application.read;

import io.drsorchestrator.application.ExecutionNotFoundException;
import io.drsorchestrator.application.port.ExecutionDocuments;
import io.drsorchestrator.application.port.RecoveryPlans;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The details of an execution (contract 3.5): the stored item, whoever wrote it, and what readers
 * expect in addition. DynamoDB is all that it asks (D35).
 */
public final class ReadExecution {

  private final ExecutionDocuments documents;
  private final RecoveryPlans plans;

  public ReadExecution(ExecutionDocuments documents, RecoveryPlans plans) {
    this.documents = documents;
    this.plans = plans;
  }

  /** Throws {@link ExecutionNotFoundException}. */
  public Map<String, Object> read(ExecutionId id) {
    var stored = documents.document(id).getOrElseThrow(() -> new ExecutionNotFoundException(id));
    var answer = new LinkedHashMap<>(stored);
    // A credential of the workflow: it never leaves the handler (D40).
    answer.remove("taskToken");
    answer.putIfAbsent("waves", List.of());
    answer.put("recoveryPlanId", String.valueOf(stored.get("planId")));
    answer.put("recoveryPlanName", planName(stored));
    answer.put("executedBy", stored.getOrDefault("initiatedBy", "unknown"));
    answer.put("dataSource", "cached");
    answer.put("hasRealtimeData", isRealtime(stored));
    answer.put("terminationMetadata", TerminationMetadata.of(stored).asMap());
    return answer;
  }

  private Object planName(Map<String, Object> stored) {
    var name = stored.get("planName");
    return name == null
        ? plans
            .find(new PlanId(String.valueOf(stored.get("planId"))))
            .map(RecoveryPlans.RecoveryPlan::name)
            .getOrElse("Deleted Plan")
        : name;
  }

  private static boolean isRealtime(Map<String, Object> stored) {
    return List.of("RUNNING", "PAUSED").contains(String.valueOf(stored.get("status")));
  }
}
