package io.drsorchestrator.domain.execution;

import io.vavr.control.Option;

/**
 * The account whose servers are recovered, and how to act in it (contract 7.7).
 *
 * @param assumeRoleName as stored; what is used is {@link #roleName()}
 * @param externalId as stored; what is used is {@link #roleExternalId()}
 */
public record AccountContext(
    String accountId,
    Option<String> assumeRoleName,
    Option<String> externalId,
    boolean isCurrentAccount) {

  /** The role in a target account for which nobody has recorded another one. */
  public static final String DEFAULT_ROLE_NAME = "DRSOrchestrationCrossAccountRole";

  /** The external id that such a role asks for, unless another one is on record. */
  public static final String DEFAULT_EXTERNAL_ID = "drs-orchestration-cross-account";

  /** The account in which the orchestrator runs. */
  public static AccountContext current(String accountId) {
    return new AccountContext(accountId, Option.none(), Option.none(), true);
  }

  /**
   * The account that an item names, whichever system wrote it (D31): {@code hub} where it names
   * that or none, and any other never as our own, whatever the item says of it.
   */
  public static AccountContext onRecord(
      Option<String> accountId,
      Option<String> assumeRoleName,
      Option<String> externalId,
      AccountContext hub) {
    var id = accountId.getOrElse(hub.accountId());
    return id.equals(hub.accountId())
        ? hub
        : new AccountContext(id, assumeRoleName, externalId, false);
  }

  /** The role to assume in the account: the one rule about defaults, for everybody (D31, D45). */
  public String roleName() {
    return assumeRoleName.getOrElse(DEFAULT_ROLE_NAME);
  }

  /** What the role's trust policy asks for. */
  public String roleExternalId() {
    return externalId.getOrElse(DEFAULT_EXTERNAL_ID);
  }
}
