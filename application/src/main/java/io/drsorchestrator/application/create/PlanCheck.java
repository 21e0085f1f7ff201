package io.drsorchestrator.application.create;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.application.create.GroupedPlan.GroupedWave;
import io.drsorchestrator.application.create.PlanRefusal.NoWaves;
import io.drsorchestrator.application.create.PlanRefusal.PlanNotFound;
import io.drsorchestrator.application.create.PlanRefusal.WaveWithoutGroup;
import io.drsorchestrator.application.create.PlanRefusal.WaveWithoutServers;
import io.drsorchestrator.application.port.ProtectionGroups;
import io.drsorchestrator.application.port.RecoveryPlans;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.control.Either;

/** Whether a plan can be started at all, before anybody asks DRS (contract 3.3, checks 3 and 4). */
final class PlanCheck {

  private final RecoveryPlans plans;
  private final ProtectionGroups groups;

  PlanCheck(RecoveryPlans plans, ProtectionGroups groups) {
    this.plans = plans;
    this.groups = groups;
  }

  Either<StartRefusal, GroupedPlan> check(PlanId id) {
    return find(id).flatMap(PlanCheck::hasWaves).flatMap(this::grouped);
  }

  Either<StartRefusal, RecoveryPlan> find(PlanId id) {
    return plans.find(id).toEither(new PlanNotFound(id));
  }

  static Either<StartRefusal, RecoveryPlan> hasWaves(RecoveryPlan plan) {
    return plan.waves().isEmpty() ? Left(new NoWaves(plan.id(), plan.name())) : Right(plan);
  }

  private Either<StartRefusal, GroupedPlan> grouped(RecoveryPlan plan) {
    return Either.sequenceRight(plan.waves().map(this::grouped))
        .map(waves -> new GroupedPlan(plan, waves.toVector()));
  }

  Either<StartRefusal, GroupedWave> grouped(WavePlan wave) {
    return wave.protectionGroupId()
        .flatMap(groups::find)
        .toEither((StartRefusal) new WaveWithoutGroup(wave))
        .map(group -> new GroupedWave(wave, group))
        .flatMap(PlanCheck::hasServers);
  }

  private static Either<StartRefusal, GroupedWave> hasServers(GroupedWave wave) {
    return wave.plan().serverIds().isEmpty() && wave.group().serverSelectionTags().isEmpty()
        ? Left(new WaveWithoutServers(wave.plan()))
        : Right(wave);
  }
}
