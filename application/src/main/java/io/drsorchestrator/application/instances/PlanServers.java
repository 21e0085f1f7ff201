package io.drsorchestrator.application.instances;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.ProtectionGroups;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.application.port.TargetAccounts;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** The servers that a plan would launch if it were started now, by where they are. */
final class PlanServers {

  private final ProtectionGroups groups;
  private final RecoveryServers servers;
  private final TargetAccounts accounts;
  private final AccountContext hub;

  PlanServers(
      ProtectionGroups groups,
      RecoveryServers servers,
      TargetAccounts accounts,
      AccountContext hub) {
    this.groups = groups;
    this.servers = servers;
    this.accounts = accounts;
    this.hub = hub;
  }

  private record Placed(DrsScope scope, Vector<SourceServerId> servers) {}

  /** The servers, or which wave's group is missing: what is not looked at may hold anything. */
  Either<String, Map<DrsScope, Vector<SourceServerId>>> of(RecoveryPlan plan) {
    return Either.sequenceRight(plan.waves().map(this::of))
        .map(
            waves ->
                waves.foldLeft(
                    LinkedHashMap.<DrsScope, Vector<SourceServerId>>empty(),
                    (all, wave) -> all.put(wave.scope(), wave.servers(), Vector::appendAll)))
        .map(all -> all.mapValues(Vector::distinct).filterValues(Vector::nonEmpty));
  }

  private Either<String, Placed> of(WavePlan wave) {
    return wave.protectionGroupId()
        .flatMap(groups::find)
        .<Either<String, Placed>>map(group -> Right(placed(wave, group)))
        .getOrElse(
            () ->
                Left(
                    "Protection group %s of wave %d (%s) not found"
                        .formatted(
                            wave.protectionGroupId().getOrElse("(none)"),
                            wave.number().ordinal(),
                            wave.name())));
  }

  private Placed placed(WavePlan wave, ProtectionGroup group) {
    var scope = new DrsScope(account(group), group.region());
    var tags = group.serverSelectionTags();
    return new Placed(scope, tags.isEmpty() ? wave.serverIds() : servers.withTags(scope, tags));
  }

  /** Another account is named as such, and never taken for the orchestrator's own (D31). */
  private AccountContext account(ProtectionGroup group) {
    return group
        .accountId()
        .filter(id -> !id.equals(hub.accountId()))
        .map(accounts::contextOf)
        .getOrElse(hub);
  }
}
