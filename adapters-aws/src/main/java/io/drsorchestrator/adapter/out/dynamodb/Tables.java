package io.drsorchestrator.adapter.out.dynamodb;

/** The names of the existing tables (contract 2.1). */
public record Tables(
    String executionHistory, String recoveryPlans, String protectionGroups, String targetAccounts) {

  static final String STATUS_INDEX = "StatusIndex";

  /** With a lower-case p: the capital one does not exist (D23). */
  static final String PLAN_ID_INDEX = "planIdIndex";
}
