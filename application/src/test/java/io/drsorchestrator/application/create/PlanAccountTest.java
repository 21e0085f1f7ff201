package io.drsorchestrator.application.create;

import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.create.PlanRefusal.AccountMismatch;
import io.drsorchestrator.application.create.PlanRefusal.SeveralAccounts;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.TargetAccounts.TargetAccount;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** Whose servers a plan recovers (contract 7.7, D31). */
class PlanAccountTest {

  private static final String SPOKE = "444455556666";
  private static final ExecutionId ID = new ExecutionId("given-id");

  private final Workbench bench = new Workbench();
  private final PlanId plan = bench.save(Vector.of(SampleWaves.plan(0), SampleWaves.plan(1)));

  private void group(int wave, String accountId) {
    bench
        .store()
        .put(
            new ProtectionGroup(
                "pg-" + wave, SampleWaves.REGION, Option.some(accountId), HashMap.empty()));
  }

  private static AccountContext given(String id, Option<String> role, boolean isCurrent) {
    return new AccountContext(id, role, Option.none(), isCurrent);
  }

  private Either<StartRefusal, AccountContext> account(Option<AccountContext> given) {
    var command =
        new StartPlan(
            Option.some(ID), plan, ExecutionType.DRILL, "alice", requestBy("alice"), given);
    return bench
        .useCases()
        .create()
        .create(command)
        .map(started -> bench.active(ID).facts().details().account());
  }

  @Test
  void groups_without_an_account_are_ours() {
    assertThat(account(Option.none())).isEqualTo(Either.right(Workbench.HUB));
  }

  @Test
  void groups_in_our_own_account_are_ours_whatever_else_a_caller_says() {
    group(0, Workbench.HUB.accountId());

    assertThat(account(Option.some(given(Workbench.HUB.accountId(), Option.some("Any"), false))))
        .isEqualTo(Either.right(Workbench.HUB));
  }

  @Test
  void an_account_that_nobody_has_registered_has_the_default_role() {
    group(0, SPOKE);
    group(1, SPOKE);

    assertThat(account(Option.none()))
        .isEqualTo(
            Either.right(
                new AccountContext(
                    SPOKE,
                    Option.some("DRSOrchestrationCrossAccountRole"),
                    Option.some("drs-orchestration-cross-account"),
                    false)));
  }

  @Test
  void a_registered_account_has_its_own_role_unless_the_caller_names_one() {
    group(0, SPOKE);
    group(1, SPOKE);
    bench
        .store()
        .put(new TargetAccount(SPOKE, Option.none(), Option.some("Role"), Option.some("ext")));

    assertThat(account(Option.none()))
        .isEqualTo(
            Either.right(
                new AccountContext(SPOKE, Option.some("Role"), Option.some("ext"), false)));
    bench.useCases().cancel().cancel(ID, requestBy("bob"));
    bench.store().delete(bench.read(ID).key());
    assertThat(account(Option.some(given(SPOKE, Option.some("Mine"), true))))
        .as("and never is our own because a caller says so")
        .isEqualTo(
            Either.right(
                new AccountContext(SPOKE, Option.some("Mine"), Option.some("ext"), false)));
  }

  @Test
  void groups_in_several_accounts_are_refused() {
    group(0, SPOKE);

    assertThat(account(Option.none()))
        .isEqualTo(
            Either.left(new SeveralAccounts(plan, Vector.of(SPOKE, Workbench.HUB.accountId()))));
  }

  @Test
  void a_caller_who_names_another_account_than_the_plan_is_refused() {
    assertThat(account(Option.some(given(SPOKE, Option.none(), true))))
        .isEqualTo(Either.left(new AccountMismatch(SPOKE, Workbench.HUB.accountId())));
    assertThat(bench.workflows().starts()).isEmpty();
  }
}
