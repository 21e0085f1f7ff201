package io.drsorchestrator.application.create;

import io.drsorchestrator.application.Settings;
import io.drsorchestrator.application.create.HeldServers.Held;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.ProtectionGroups;
import io.drsorchestrator.application.port.RecoveryPlans;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Everything that would stop or slow a start of a plan now: the checks of {@link CreateExecution},
 * every one of them, without the start. It holds no port that writes.
 */
public final class Preflight {

  private final RecoveryPlans plans;
  private final ProtectionGroups groups;
  private final PlanAccount accounts;
  private final LaunchAdmission admission;
  private final RecoveryServers servers;
  private final PlanWatch watch;
  private final InstantSource clock;
  private final Supplier<String> ids;

  private Preflight(ExecutionStore store, Aws aws, Settings settings, AccountContext hub) {
    this.plans = store.plans();
    this.groups = store.groups();
    this.accounts = new PlanAccount(store.accounts(), hub);
    this.admission = aws.admission();
    this.servers = aws.servers();
    this.watch = new PlanWatch(store);
    this.clock = settings.clock();
    this.ids = settings.ids();
  }

  /** Wired from the ports. */
  public static Preflight of(ExecutionStore store, Aws aws, Settings settings) {
    return new Preflight(store, aws, settings, settings.hub());
  }

  /** What a start by {@code command} would meet at this moment. */
  public PreflightReport check(StartPlan command) {
    var findings = new Findings();
    return findings
        .check(() -> new PlanCheck(plans, groups).find(command.plan()))
        .map(plan -> report(command, plan, findings))
        .getOrElse(() -> PreflightReport.withoutPlan(command, findings.stops(), clock.instant()));
  }

  private PreflightReport report(StartPlan command, RecoveryPlan plan, Findings findings) {
    var now = clock.instant();
    var waveServers = new WaveServers(groups, servers);
    var survey = survey(waveServers, findings).of(command, new ExecutionId(ids.get()), plan);
    var seen = watch.look(plan.id(), now, findings);
    var checks = new StartChecks(new HeldServers(waveServers, plans));
    survey.drafts().forEach(draft -> findings.addAll(busy(checks, draft, seen, findings)));
    seen.starting().forEach(findings::add);
    survey.drafts().forEach(draft -> findings.addAll(LaunchLimits.exceeded(draft)));
    return judged(command, survey, seen, findings.stops());
  }

  private PlanSurvey survey(WaveServers waveServers, Findings findings) {
    return new PlanSurvey(
        new PlanCheck(plans, groups),
        accounts,
        new TolerantAdmission(admission, findings),
        waveServers,
        findings);
  }

  private static Vector<StartRefusal> busy(
      StartChecks checks, StartDraft draft, PlanWatch.Seen seen, Findings findings) {
    var held =
        seen.active()
            .flatMap(
                execution ->
                    findings.ask(() -> checks.held(draft, execution), Vector.<Held>empty()));
    return StartChecks.busy(draft, seen.active(), held);
  }

  private PreflightReport judged(
      StartPlan command, SurveyedPlan survey, PlanWatch.Seen seen, Vector<StartRefusal> stops) {
    var live = new LiveServers(admission, servers).of(survey.regions());
    return new PreflightReport(
        command,
        Option.some(survey.plan().name()),
        clock.instant(),
        stops,
        survey.drafts().flatMap(new StartWarnings(admission)::of),
        StartSlowdowns.of(survey, seen, live),
        PreflightFacts.of(survey, live));
  }
}
