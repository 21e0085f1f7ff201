package io.drsorchestrator.application.create;

import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;

/** A plan whose waves all have a protection group, and servers or a way to find them. */
record GroupedPlan(RecoveryPlan plan, Vector<GroupedWave> waves) {

  record GroupedWave(WavePlan plan, ProtectionGroup group) {}
}
