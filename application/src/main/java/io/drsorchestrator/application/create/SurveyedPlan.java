package io.drsorchestrator.application.create;

import io.drsorchestrator.application.create.GroupedPlan.GroupedWave;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.vavr.collection.Vector;

/**
 * A plan as far as its waves can be looked at: those with a known group and servers, in the order
 * of the plan. Of a plan across accounts, which no start accepts, there is a draft for each.
 */
record SurveyedPlan(RecoveryPlan plan, Vector<StartDraft> drafts, Vector<GroupedWave> waves) {

  Vector<LaunchFacts> regions() {
    return drafts.flatMap(StartDraft::regions);
  }

  Vector<TargetWave> targets() {
    return regions().flatMap(LaunchFacts::waves).sortBy(wave -> wave.plan().number());
  }
}
