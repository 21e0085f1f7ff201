package io.drsorchestrator.adapter.in.api;

import io.vavr.collection.Vector;

/**
 * What a signed-in user may do, beyond reading, which all of them may: {@code DRSReadOnly} and
 * {@code DRSAuditor} too (contract 3.1, D43).
 */
enum Permission {
  START_RECOVERY("start or resume executions"),
  STOP_RECOVERY("pause, cancel or delete executions"),
  TERMINATE_INSTANCES("terminate recovery instances");

  private final String inWords;

  Permission(String inWords) {
    this.inWords = inWords;
  }

  String inWords() {
    return inWords;
  }

  /** The Cognito groups whose members have it. */
  Vector<String> groups() {
    return switch (this) {
      case START_RECOVERY, STOP_RECOVERY ->
          Vector.of("DRSOrchestrationAdmin", "DRSRecoveryManager", "DRSPlanManager", "DRSOperator");
      case TERMINATE_INSTANCES -> Vector.of("DRSOrchestrationAdmin", "DRSRecoveryManager");
    };
  }
}
