package io.drsorchestrator.application.create;

import io.drsorchestrator.application.Settings;
import io.drsorchestrator.application.create.GroupedPlan.GroupedWave;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.Parallel;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.control.Either;

/** Finds out what is to be known of plan, account and DRS, before any lock is taken. */
final class StartPreparation {

  private final PlanCheck plans;
  private final PlanAccount accounts;
  private final LaunchAdmission admission;
  private final Parallel parallel;

  StartPreparation(ExecutionStore store, Aws aws, Settings settings) {
    plans = new PlanCheck(store.plans(), store.groups());
    accounts = new PlanAccount(store.accounts(), settings.hub());
    admission = aws.admission();
    parallel = settings.parallel();
  }

  Either<StartRefusal, StartDraft> prepare(StartPlan command, ExecutionId id, WaveServers servers) {
    return plans
        .check(command.plan())
        .flatMap(
            plan ->
                accounts
                    .of(plan, command.account())
                    .map(account -> draft(command, id, plan, account, servers)));
  }

  private StartDraft draft(
      StartPlan command,
      ExecutionId id,
      GroupedPlan plan,
      AccountContext account,
      WaveServers servers) {
    servers.lookUp(plan.waves(), account, parallel);
    var waves = plan.waves().map(wave -> target(wave, account, servers));
    return new StartDraft(command, id, plan.plan(), account, LaunchFacts.ask(admission, waves));
  }

  static TargetWave target(GroupedWave wave, AccountContext account, WaveServers servers) {
    var scope = new DrsScope(account, wave.group().region());
    return new TargetWave(wave.plan(), scope, servers.of(wave.plan(), wave.group(), scope));
  }
}
