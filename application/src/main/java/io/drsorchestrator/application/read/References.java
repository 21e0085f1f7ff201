package io.drsorchestrator.application.read;

import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.application.port.TargetAccounts.TargetAccount;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import io.vavr.control.Try;

/** The plans, groups and accounts as they are now, that stored executions refer to. */
record References(
    Map<PlanId, RecoveryPlan> plans,
    Map<String, ProtectionGroup> groups,
    Map<String, TargetAccount> accounts) {

  /** An id that cannot be one of ours belongs to no plan. */
  static Option<PlanId> planId(StoredFields execution) {
    return execution.text("planId").flatMap(id -> Try.of(() -> new PlanId(id)).toOption());
  }

  static Option<String> accountId(StoredFields execution) {
    return execution
        .text("accountId")
        .orElse(
            () -> execution.map("accountContext").flatMap(account -> account.text("accountId")));
  }

  Option<RecoveryPlan> plan(StoredFields execution) {
    return planId(execution).flatMap(plans::get);
  }

  /** As the plan was called when the execution started, if that is known. */
  String planName(StoredFields execution) {
    return execution
        .text("planName")
        .orElse(() -> plan(execution).map(RecoveryPlan::name))
        .getOrElse(() -> execution.text("planId").isEmpty() ? "Unknown" : "Deleted Plan");
  }

  String selectionMode(StoredFields execution) {
    return plan(execution).exists(this::selectsByTags) ? "TAGS" : "PLAN";
  }

  private boolean selectsByTags(RecoveryPlan plan) {
    return plan.waves()
        .flatMap(WavePlan::protectionGroupId)
        .flatMap(groups::get)
        .exists(group -> !group.serverSelectionTags().isEmpty());
  }

  Option<String> accountName(StoredFields execution) {
    return accountId(execution).flatMap(accounts::get).flatMap(TargetAccount::name);
  }
}
