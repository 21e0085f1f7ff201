package io.drsorchestrator.adapter.out;

import io.drsorchestrator.adapter.out.sts.AssumedRoles;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.control.Option;

/** Where and for what the tests of the adapters ask. */
public final class Scopes {

  public static final DrsScope HERE = in("us-east-1");
  public static final ExecutionKey KEY =
      new ExecutionKey(new ExecutionId("exec-1"), new PlanId("plan-1"));

  /** Nobody has to act in another account. */
  public static final AssumedRoles NO_ROLES =
      new AssumedRoles(
          () -> {
            throw new AssertionError("STS is asked");
          });

  private Scopes() {}

  public static DrsScope in(String region) {
    return new DrsScope(AccountContext.current("111122223333"), region);
  }

  public static DrsScope inAnotherAccount() {
    return new DrsScope(foreign(Option.some("SomeRole"), Option.none()), "us-east-1");
  }

  public static AccountContext foreign(Option<String> role, Option<String> externalId) {
    return new AccountContext("444455556666", role, externalId, false);
  }
}
