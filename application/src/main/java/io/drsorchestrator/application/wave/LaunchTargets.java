package io.drsorchestrator.application.wave;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.GroupLaunchSettings;
import io.drsorchestrator.application.port.ProtectionGroups;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.LaunchTarget;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Which servers a wave launches, and where: by the ids in the plan or the tags of its group. */
final class LaunchTargets {

  private final ProtectionGroups groups;
  private final RecoveryServers servers;

  LaunchTargets(ProtectionGroups groups, RecoveryServers servers) {
    this.groups = groups;
    this.servers = servers;
  }

  /** What is launched and where, and how. */
  record Destination(LaunchTarget target, GroupLaunchSettings settings) {}

  /** The destination, or why there is none. */
  Either<String, Destination> of(WavePlan wave, AccountContext account) {
    return group(wave)
        .toEither("Protection group %s not found".formatted(wave.protectionGroupId().getOrElse("")))
        .flatMap(group -> target(wave, group, account));
  }

  /** The same target, with what is to be set by now; nothing, if the group was deleted since. */
  Destination again(WavePlan wave, LaunchTarget target) {
    return new Destination(
        target,
        group(wave).map(ProtectionGroup::launchSettings).getOrElse(GroupLaunchSettings.NONE));
  }

  private Option<ProtectionGroup> group(WavePlan wave) {
    return wave.protectionGroupId().flatMap(groups::find);
  }

  /** A refusal, such as that a role cannot be assumed, is a reason that an operator can read. */
  private Either<String, Destination> target(
      WavePlan wave, ProtectionGroup group, AccountContext account) {
    try {
      var ids = serverIds(wave, group, account);
      return ids.isEmpty()
          ? Left("No source server carries the tags of the protection group")
          : Right(new Destination(new LaunchTarget(group.region(), ids), group.launchSettings()));
    } catch (AwsRefusedException e) {
      return Left("The servers cannot be looked up: " + e.getMessage());
    }
  }

  private Vector<SourceServerId> serverIds(
      WavePlan wave, ProtectionGroup group, AccountContext account) {
    return group.serverSelectionTags().isEmpty()
        ? wave.serverIds()
        : servers.withTags(new DrsScope(account, group.region()), group.serverSelectionTags());
  }
}
