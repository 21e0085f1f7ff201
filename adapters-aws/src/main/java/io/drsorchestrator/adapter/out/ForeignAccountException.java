package io.drsorchestrator.adapter.out;

import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.domain.execution.AccountContext;

/** Servers of another account are asked for, with credentials that only reach our own (D30). */
public final class ForeignAccountException extends AwsRefusedException {

  public ForeignAccountException(AccountContext account) {
    super(
        "Account %s is not the account of the orchestrator, whose credentials do not reach it"
            .formatted(account.accountId()));
  }
}
