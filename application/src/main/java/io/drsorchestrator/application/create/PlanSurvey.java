package io.drsorchestrator.application.create;

import static io.vavr.API.Right;

import io.drsorchestrator.application.create.GroupedPlan.GroupedWave;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * The checks of a start on the plan itself, and what it finds out of its servers ({@link
 * StartPreparation}), which go on behind the first that fails.
 */
final class PlanSurvey {

  private final PlanCheck plans;
  private final PlanAccount accounts;
  private final LaunchAdmission admission;
  private final WaveServers servers;
  private final Findings findings;

  PlanSurvey(
      PlanCheck plans,
      PlanAccount accounts,
      LaunchAdmission admission,
      WaveServers servers,
      Findings findings) {
    this.plans = plans;
    this.accounts = accounts;
    this.admission = admission;
    this.servers = servers;
    this.findings = findings;
  }

  SurveyedPlan of(StartPlan command, ExecutionId id, RecoveryPlan plan) {
    var unused = findings.check(() -> PlanCheck.hasWaves(plan));
    var waves = plan.waves().flatMap(wave -> findings.check(() -> plans.grouped(wave)));
    var drafts =
        byAccount(command, new GroupedPlan(plan, waves))
            .map(part -> draft(command, id, plan, part._1, part._2));
    return new SurveyedPlan(plan, drafts, waves);
  }

  /** A plan of which no wave can be looked at has an account as well: it may be running. */
  private Vector<Tuple2<AccountContext, Vector<GroupedWave>>> byAccount(
      StartPlan command, GroupedPlan plan) {
    if (plan.waves().isEmpty()) {
      return Vector.of(Tuple.of(accounts.hub(), plan.waves()));
    }
    return findings
        .check(() -> accounts.of(plan, command.account()))
        .map(account -> Vector.of(Tuple.of(account, plan.waves())))
        .getOrElse(() -> eachAccount(command, plan));
  }

  /** Which of them is meant, somebody has to decide; what is wrong in each is told already. */
  private Vector<Tuple2<AccountContext, Vector<GroupedWave>>> eachAccount(
      StartPlan command, GroupedPlan plan) {
    return plan.waves()
        .map(accounts::idOf)
        .distinct()
        .flatMap(id -> findings.check(() -> Right(accounts.context(id, given(command, id)))))
        .map(
            account ->
                Tuple.of(
                    account,
                    plan.waves().filter(wave -> accounts.idOf(wave).equals(account.accountId()))));
  }

  private static Option<AccountContext> given(StartPlan command, String id) {
    return command.account().filter(account -> account.accountId().equals(id));
  }

  private StartDraft draft(
      StartPlan command,
      ExecutionId id,
      RecoveryPlan plan,
      AccountContext account,
      Vector<GroupedWave> waves) {
    var targets =
        waves.flatMap(
            wave -> findings.check(() -> Right(StartPreparation.target(wave, account, servers))));
    return new StartDraft(command, id, plan, account, LaunchFacts.ask(admission, targets));
  }
}
