package io.drsorchestrator.application.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.application.port.TargetAccounts.TargetAccount;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class PlanServersTest {

  private static final String TARGET = "444455556666";
  private static final RecoveryPlan PLAN =
      new RecoveryPlan(new PlanId("plan"), "Plan", Vector.of(SampleWaves.plan(0)));

  private static AccountContext askedIn(Option<String> account, Option<TargetAccount> onRecord) {
    var group = new ProtectionGroup("pg-0", "eu-west-1", account, HashMap.empty());
    return new PlanServers(
            id -> Option.some(group), new Workbench().drs(), id -> onRecord, Workbench.HUB)
        .of(PLAN)
        .get()
        .keySet()
        .map(DrsScope::account)
        .single();
  }

  @Test
  void our_own_account_is_asked_as_ourselves() {
    assertThat(askedIn(Option.none(), Option.none())).isEqualTo(Workbench.HUB);
    assertThat(askedIn(Option.some(Workbench.HUB.accountId()), Option.none()))
        .isEqualTo(Workbench.HUB);
  }

  @Test
  void another_account_is_asked_in_the_role_on_record() {
    var record =
        new TargetAccount(
            TARGET, Option.none(), Option.some("RecoveryRole"), Option.some("our-id"));

    assertThat(askedIn(Option.some(TARGET), Option.some(record)))
        .isEqualTo(
            new AccountContext(TARGET, Option.some("RecoveryRole"), Option.some("our-id"), false));
  }

  @Test
  void another_account_of_which_nothing_is_on_record_is_asked_in_the_usual_role() {
    assertThat(askedIn(Option.some(TARGET), Option.none()))
        .isEqualTo(
            new AccountContext(
                TARGET,
                Option.some("DRSOrchestrationCrossAccountRole"),
                Option.some("drs-orchestration-cross-account"),
                false));
  }
}
