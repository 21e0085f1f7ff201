package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** The recovery plans that operators edit. */
@FunctionalInterface
public interface RecoveryPlans {

  Option<RecoveryPlan> find(PlanId id);

  /** Those that exist, for readers that need many: each is asked for once (D42). */
  default Map<PlanId, RecoveryPlan> findAll(Set<PlanId> ids) {
    return ids.toVector().flatMap(this::find).toMap(RecoveryPlan::id, plan -> plan);
  }

  /** A recovery plan; its waves in the order in which they run. */
  record RecoveryPlan(PlanId id, String name, Option<String> description, Vector<WavePlan> waves) {

    /** A plan that nobody has described. */
    public RecoveryPlan(PlanId id, String name, Vector<WavePlan> waves) {
      this(id, name, Option.none(), waves);
    }
  }
}
