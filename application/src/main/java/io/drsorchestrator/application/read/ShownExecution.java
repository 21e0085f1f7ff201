package io.drsorchestrator.application.read;

import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stored item on its way to readers: what is secret goes, what all of them expect is added. */
final class ShownExecution {

  private final StoredFields stored;
  private final References references;
  private final Map<String, Object> answer;

  private ShownExecution(Map<String, Object> item, References references) {
    this.stored = new StoredFields(item);
    this.references = references;
    this.answer = new LinkedHashMap<>(item);
  }

  /** What list and details have in common. */
  static Map<String, Object> of(Map<String, Object> item, References references) {
    return new ShownExecution(item, references).shown();
  }

  private Map<String, Object> shown() {
    // A credential of the workflow: it never leaves the handler (D40).
    answer.remove("taskToken");
    answer.put("waves", SourceAddresses.underBothNames(stored.known("waves").getOrElse(List::of)));
    answer.put("recoveryPlanId", stored.known("planId").getOrElse(""));
    answer.put("recoveryPlanName", references.planName(stored));
    answer.put("terminationMetadata", TerminationMetadata.of(stored).asMap());
    answer.put("liveInstances", LiveInstances.of(stored).asMap());
    references.accountName(stored).forEach(name -> answer.put("accountName", name));
    addTotal();
    addStarter();
    return answer;
  }

  /**
   * An execution is a copy of its plan at one moment: the plan of today tells how many waves there
   * are only where nothing is stored (contract 3.5 took today's always).
   */
  private void addTotal() {
    if (stored.known("totalWaves").isEmpty()) {
      references.plan(stored).forEach(plan -> answer.put("totalWaves", plan.waves().size()));
    }
  }

  /** Under the name that the API knows and the one that the frontend reads (contract 5.4). */
  private void addStarter() {
    Option<Object> initiatedBy = stored.known("initiatedBy");
    Option<Object> executedBy = stored.known("executedBy");
    answer.put("executedBy", executedBy.orElse(initiatedBy).getOrElse("unknown"));
    answer.put("initiatedBy", initiatedBy.orElse(executedBy).getOrElse("unknown"));
  }
}
