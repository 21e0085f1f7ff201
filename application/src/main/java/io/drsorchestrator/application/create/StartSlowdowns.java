package io.drsorchestrator.application.create;

import io.drsorchestrator.application.create.GroupedPlan.GroupedWave;
import io.drsorchestrator.application.create.LiveServers.Found;
import io.drsorchestrator.application.create.PlanWatch.Seen;
import io.drsorchestrator.application.create.Slowdown.Kind;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** What does not stop a start, and which its operator can still do something about. */
final class StartSlowdowns {

  private StartSlowdowns() {}

  static Vector<Slowdown> of(SurveyedPlan survey, Seen seen, Found live) {
    return survey
        .drafts()
        .flatMap(draft -> ReplicationSlowdowns.of(draft))
        .appendAll(survey.regions().flatMap(QuotaSlowdowns::of))
        .appendAll(survey.drafts().flatMap(draft -> replaced(draft, live)))
        .appendAll(launchSettings(survey))
        .appendAll(beingCancelled(survey, seen))
        .appendAll(large(survey));
  }

  /** A recovery is warned of them as it starts; a drill replaces them as well. */
  private static Vector<Slowdown> replaced(StartDraft draft, Found live) {
    if (draft.command().type() != ExecutionType.DRILL) {
      return Vector.empty();
    }
    return draft
        .regions()
        .flatMap(LaunchFacts::servers)
        .flatMap(server -> live.instances().get(server).map(one -> replaced(server + "", one)))
        .appendAll(live.unknown())
        .map(message -> new Slowdown(Kind.LIVE_RECOVERY_INSTANCE, message))
        .distinct();
  }

  private static String replaced(String server, LiveServers.Live live) {
    return "Server %s has the live recovery instance %s%s, which this drill replaces"
        .formatted(
            server, live.instanceId(), live.since().map(at -> ", up since " + at).getOrElse(""));
  }

  private static Vector<Slowdown> launchSettings(SurveyedPlan survey) {
    return survey.targets().flatMap(target -> launchSettings(survey, target));
  }

  private static Option<Slowdown> launchSettings(SurveyedPlan survey, TargetWave target) {
    return survey
        .waves()
        .find(wave -> wave.plan().equals(target.plan()))
        .map(GroupedWave::group)
        .map(group -> group.launchSettings().of(target.servers()).size())
        .filter(servers -> servers > 0)
        .map(
            servers ->
                new Slowdown(
                    Kind.LAUNCH_SETTINGS,
                    "Wave %d (%s): the launch settings of %d server(s) are compared, and written where they differ, before the launch"
                        .formatted(
                            target.plan().number().ordinal(), target.plan().name(), servers)));
  }

  private static Vector<Slowdown> beingCancelled(SurveyedPlan survey, Seen seen) {
    return seen.active()
        .filter(one -> one.key().planId().equals(survey.plan().id()))
        .filter(one -> one.status() == ExecutionStatus.CANCELLING)
        .map(
            one ->
                new Slowdown(
                    Kind.PLAN_IS_BEING_CANCELLED,
                    "Execution %s of this plan is being cancelled: a wave of it still runs"
                        .formatted(one.key().executionId())));
  }

  private static Option<Slowdown> large(SurveyedPlan survey) {
    var waves = survey.plan().waves();
    var budget = WorkflowBudget.of(waves.size(), waves.count(wave -> wave.pauseBeforeWave()));
    return Option.when(
        budget.isHalfSpent(),
        () ->
            new Slowdown(
                Kind.LARGE_PLAN,
                "With %d waves a workflow may spend %d of %d history events"
                    .formatted(
                        waves.size(),
                        Math.max(budget.execution(), budget.wave()),
                        WorkflowBudget.LIMIT)));
  }
}
