package io.drsorchestrator.application.port;

import static io.drsorchestrator.domain.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.memory.ScriptedDrs;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryJobs.Launch;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Started;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.application.port.TargetAccounts.TargetAccount;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** Who needs many gets those that there are, each by its id. */
class BatchReadsTest {

  @Test
  void accounts() {
    var known =
        new TargetAccount("222233334444", Option.none(), Option.some("ours"), Option.none());
    TargetAccounts accounts = id -> Option.when(id.equals(known.accountId()), known);

    assertThat(accounts.findAll(HashSet.of("222233334444", "999988887777")))
        .isEqualTo(HashMap.of("222233334444", known));
    assertThat(accounts.contextOf("222233334444"))
        .isEqualTo(
            new AccountContext(
                "222233334444",
                Option.some("ours"),
                Option.some(AccountContext.DEFAULT_EXTERNAL_ID),
                false));
  }

  @Test
  void groups() {
    var known = new ProtectionGroup("group-1", "us-east-1", Option.none(), HashMap.empty());
    ProtectionGroups groups = id -> Option.when(id.equals(known.groupId()), known);

    assertThat(groups.findAll(HashSet.of("group-1", "gone")))
        .isEqualTo(HashMap.of("group-1", known));
  }

  @Test
  void plans() {
    var known = new RecoveryPlan(new PlanId("plan-1"), "Plan", Vector.empty());
    RecoveryPlans plans = id -> Option.when(id.equals(known.id()), known);

    assertThat(plans.findAll(HashSet.of(known.id(), new PlanId("gone"))))
        .isEqualTo(HashMap.of(known.id(), known));
  }

  @Test
  void jobs() {
    var drs = new ScriptedDrs(() -> NOON);
    var scope = new DrsScope(AccountContext.current("111122223333"), "us-east-1");
    var servers = Vector.of(new SourceServerId("s-00000000000000001"));
    var launch = new Launch(Executions.KEY, WaveNumber.FIRST, ExecutionType.DRILL, servers);
    var job = ((Started) drs.start(scope, launch)).job();

    assertThat(drs.describeAll(scope, Vector.of(job, new JobId("drsjob-gone"), job)))
        .isEqualTo(HashMap.of(job, drs.describe(scope, job).get()));
  }
}
