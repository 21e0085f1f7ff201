package io.drsorchestrator.application.read;

import io.drsorchestrator.application.ExecutionNotFoundException;
import io.drsorchestrator.application.port.ExecutionDocuments;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.collection.Vector;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * The details of an execution (contract 3.5): the stored item, whoever wrote it, and what readers
 * expect in addition. DynamoDB is all that it asks (D35).
 */
public final class ReadExecution {

  private static final Set<String> REALTIME = Set.of("RUNNING", "PAUSED");

  private final ExecutionDocuments documents;
  private final ReferenceData references;
  private final InstantSource clock;

  private ReadExecution(
      ExecutionDocuments documents, ReferenceData references, InstantSource clock) {
    this.documents = documents;
    this.references = references;
    this.clock = clock;
  }

  /** It keeps the reading ports alone. */
  public static ReadExecution of(ExecutionStore store, InstantSource clock) {
    return new ReadExecution(store.documents(), ReferenceData.of(store), clock);
  }

  /** Throws {@link ExecutionNotFoundException}. */
  public Map<String, Object> read(ExecutionId id) {
    var item = documents.document(id).getOrElseThrow(() -> new ExecutionNotFoundException(id));
    var stored = new StoredFields(item);
    var found = references.withoutGroups(Vector.of(stored));
    var answer = ShownExecution.of(item, found);
    answer.put("liveInstances", LiveInstances.of(stored).asMap());
    found
        .plan(stored)
        .flatMap(RecoveryPlan::description)
        .forEach(text -> answer.put("recoveryPlanDescription", text));
    answer.put("dataSource", "cached");
    answer.put("lastUpdated", stored.known("updatedAt").getOrElse(this::now));
    answer.put("hasRealtimeData", REALTIME.contains(StoredStatus.of(stored).word()));
    return answer;
  }

  private Object now() {
    return clock.instant().getEpochSecond();
  }
}
