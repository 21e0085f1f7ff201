package io.drsorchestrator.application.read;

import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.ProtectionGroups;
import io.drsorchestrator.application.port.RecoveryPlans;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.application.port.TargetAccounts;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;

/** Where executions' references are looked up: once a request, however many executions (D42). */
record ReferenceData(RecoveryPlans plans, ProtectionGroups groups, TargetAccounts accounts) {

  static ReferenceData of(ExecutionStore store) {
    return new ReferenceData(store.plans(), store.groups(), store.accounts());
  }

  References ofMany(Vector<StoredFields> executions) {
    var found = withoutGroups(executions);
    var groupIds = found.plans().values().flatMap(RecoveryPlan::waves);
    return new References(
        found.plans(),
        groups.findAll(groupIds.flatMap(WavePlan::protectionGroupId).toSet()),
        found.accounts());
  }

  /** All but the groups, which only lists tell of. */
  References withoutGroups(Vector<StoredFields> executions) {
    return new References(
        plans.findAll(executions.flatMap(References::planId).toSet()),
        HashMap.empty(),
        accounts.findAll(executions.flatMap(References::accountId).toSet()));
  }
}
