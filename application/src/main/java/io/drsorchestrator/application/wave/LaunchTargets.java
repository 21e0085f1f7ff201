package io.drsorchestrator.application.wave;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.ProtectionGroups;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.LaunchTarget;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** Which servers a wave launches, and where: by the ids in the plan or the tags of its group. */
final class LaunchTargets {

  private final ProtectionGroups groups;
  private final RecoveryServers servers;

  LaunchTargets(ProtectionGroups groups, RecoveryServers servers) {
    this.groups = groups;
    this.servers = servers;
  }

  /** The target, or why there is none. */
  Either<String, LaunchTarget> of(WavePlan wave, AccountContext account) {
    return wave.protectionGroupId()
        .flatMap(groups::find)
        .toEither("Protection group %s not found".formatted(wave.protectionGroupId().getOrElse("")))
        .map(group -> new LaunchTarget(group.region(), serverIds(wave, group, account)))
        .flatMap(
            target ->
                target.serverIds().isEmpty()
                    ? Left("No source server carries the tags of the protection group")
                    : Right(target));
  }

  private Vector<SourceServerId> serverIds(
      WavePlan wave, ProtectionGroup group, AccountContext account) {
    return group.serverSelectionTags().isEmpty()
        ? wave.serverIds()
        : servers.withTags(new DrsScope(account, group.region()), group.serverSelectionTags());
  }
}
