package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** The recovery plans that operators edit. */
@FunctionalInterface
public interface RecoveryPlans {

  Option<RecoveryPlan> find(PlanId id);

  /** A recovery plan; its waves in the order in which they run. */
  record RecoveryPlan(PlanId id, String name, Vector<WavePlan> waves) {}
}
