package io.drsorchestrator.application.port;

import io.vavr.control.Option;

/** The accounts in which servers are recovered (contract 2.11). */
@FunctionalInterface
public interface TargetAccounts {

  Option<TargetAccount> find(String accountId);

  /**
   * A target account.
   *
   * @param roleName of the role to assume there, without path and ARN
   */
  record TargetAccount(
      String accountId, Option<String> name, Option<String> roleName, Option<String> externalId) {}
}
