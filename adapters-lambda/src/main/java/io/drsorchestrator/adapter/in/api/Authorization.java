package io.drsorchestrator.adapter.in.api;

import io.vavr.collection.Vector;

/**
 * Whether a caller may give a command. The authorizer of API Gateway lets every signed-in user in;
 * what each may do is decided here (D43).
 */
public enum Authorization {
  /** By the Cognito groups of the contract. */
  BY_GROUPS,
  /** Everybody may do everything: for local runs, where nobody signs in. */
  OFF;

  /** Throws {@link ApiRefusedException} with 403 if {@code caller} lacks {@code permission}. */
  void require(Permission permission, Caller caller) {
    var granting = permission.groups();
    if (this == BY_GROUPS && granting.filter(caller.groups()::contains).isEmpty()) {
      throw new ApiRefusedException(
          403, "AUTHORIZATION_FAILED", message(permission, caller, granting));
    }
  }

  private static String message(Permission permission, Caller caller, Vector<String> granting) {
    return "%s may not %s: that needs one of the groups %s"
        .formatted(caller.name(), permission.inWords(), granting.mkString(", "));
  }
}
