package io.drsorchestrator.application.create;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.application.create.GroupedPlan.GroupedWave;
import io.drsorchestrator.application.create.PlanRefusal.AccountMismatch;
import io.drsorchestrator.application.create.PlanRefusal.SeveralAccounts;
import io.drsorchestrator.application.port.TargetAccounts;
import io.drsorchestrator.domain.execution.AccountContext;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The one rule for the account in which a plan's servers are recovered, and for the role to assume
 * there (contract 7.7, D31). The protection groups name the account; a caller may repeat it, and
 * may choose the role, but never says what our own account is.
 */
final class PlanAccount {

  private final TargetAccounts accounts;
  private final AccountContext hub;

  PlanAccount(TargetAccounts accounts, AccountContext hub) {
    this.accounts = accounts;
    this.hub = hub;
  }

  Either<StartRefusal, AccountContext> of(GroupedPlan plan, Option<AccountContext> given) {
    var ids = plan.waves().map(this::idOf);
    if (ids.distinct().size() > 1) {
      return Left(new SeveralAccounts(plan.plan().id(), ids.distinct()));
    }
    return given
        .map(AccountContext::accountId)
        .filter(id -> !id.equals(ids.head()))
        .<Either<StartRefusal, AccountContext>>map(id -> Left(new AccountMismatch(id, ids.head())))
        .getOrElse(() -> Right(context(ids.head(), given)));
  }

  /** Our own account. */
  AccountContext hub() {
    return hub;
  }

  /** The id of the account that a wave's group names. */
  String idOf(GroupedWave wave) {
    return wave.group().accountId().getOrElse(hub.accountId());
  }

  AccountContext context(String accountId, Option<AccountContext> given) {
    return accountId.equals(hub.accountId()) ? hub : foreign(accountId, given);
  }

  private AccountContext foreign(String accountId, Option<AccountContext> given) {
    var known = accounts.contextOf(accountId);
    return new AccountContext(
        accountId,
        given.flatMap(AccountContext::assumeRoleName).orElse(known.assumeRoleName()),
        given.flatMap(AccountContext::externalId).orElse(known.externalId()),
        false);
  }
}
