package io.drsorchestrator.application.create;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.application.create.StartRefusal.NoWaves;
import io.drsorchestrator.application.create.StartRefusal.PlanNotFound;
import io.drsorchestrator.application.create.StartRefusal.WaveWithoutGroup;
import io.drsorchestrator.application.create.StartRefusal.WaveWithoutServers;
import io.drsorchestrator.application.create.StartRefusal.WavesTooLarge;
import io.drsorchestrator.application.port.ProtectionGroups;
import io.drsorchestrator.application.port.RecoveryPlans;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Whether a plan can be started at all, before anybody asks AWS. */
final class PlanCheck {

  private final RecoveryPlans plans;
  private final ProtectionGroups groups;

  PlanCheck(RecoveryPlans plans, ProtectionGroups groups) {
    this.plans = plans;
    this.groups = groups;
  }

  Either<StartRefusal, RecoveryPlan> check(PlanId id) {
    return plans
        .find(id)
        .toEither((StartRefusal) new PlanNotFound(id))
        .flatMap(PlanCheck::hasWaves)
        .flatMap(PlanCheck::wavesAreSmallEnough)
        .flatMap(this::wavesHaveServers);
  }

  private static Either<StartRefusal, RecoveryPlan> hasWaves(RecoveryPlan plan) {
    return plan.waves().isEmpty() ? Left(new NoWaves(plan.id(), plan.name())) : Right(plan);
  }

  private static Either<StartRefusal, RecoveryPlan> wavesAreSmallEnough(RecoveryPlan plan) {
    var tooLarge =
        plan.waves().filter(w -> w.serverIds().size() > StartRefusal.MAX_SERVERS_PER_WAVE);
    return tooLarge.isEmpty() ? Right(plan) : Left(new WavesTooLarge(tooLarge));
  }

  private Either<StartRefusal, RecoveryPlan> wavesHaveServers(RecoveryPlan plan) {
    return plan.waves().flatMap(this::lacksServers).headOption().toEither(plan).swap();
  }

  private Option<StartRefusal> lacksServers(WavePlan wave) {
    var group = wave.protectionGroupId().flatMap(groups::find);
    if (group.isEmpty()) {
      return Option.some(new WaveWithoutGroup(wave));
    }
    return Option.when(
        wave.serverIds().isEmpty() && group.get().serverSelectionTags().isEmpty(),
        () -> new WaveWithoutServers(wave));
  }
}
