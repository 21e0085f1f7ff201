package io.drsorchestrator.domain.execution;

import io.vavr.control.Option;

/** The account whose servers are recovered, and how to act in it (contract 7.7). */
public record AccountContext(
    String accountId,
    Option<String> assumeRoleName,
    Option<String> externalId,
    boolean isCurrentAccount) {

  /** The account in which the orchestrator runs. */
  public static AccountContext current(String accountId) {
    return new AccountContext(accountId, Option.none(), Option.none(), true);
  }
}
