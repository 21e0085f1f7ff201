package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.AccountContext;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.control.Option;

/** The accounts in which servers are recovered (contract 2.11). */
@FunctionalInterface
public interface TargetAccounts {

  Option<TargetAccount> find(String accountId);

  /** How to act in an account that is not ours: by its record, else by the defaults (D31). */
  default AccountContext contextOf(String accountId) {
    var known = find(accountId);
    return new AccountContext(
        accountId,
        known
            .flatMap(TargetAccount::roleName)
            .orElse(Option.some(AccountContext.DEFAULT_ROLE_NAME)),
        known
            .flatMap(TargetAccount::externalId)
            .orElse(Option.some(AccountContext.DEFAULT_EXTERNAL_ID)),
        false);
  }

  /** Those that exist, for readers that need many: each is asked for once (D42). */
  default Map<String, TargetAccount> findAll(Set<String> accountIds) {
    return accountIds
        .toVector()
        .flatMap(this::find)
        .toMap(TargetAccount::accountId, account -> account);
  }

  /**
   * A target account.
   *
   * @param roleName of the role to assume there, without path and ARN
   */
  record TargetAccount(
      String accountId, Option<String> name, Option<String> roleName, Option<String> externalId) {}
}
