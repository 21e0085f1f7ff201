package io.drsorchestrator.application.create;

import io.drsorchestrator.application.create.GroupedPlan.GroupedWave;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.Parallel;
import io.drsorchestrator.application.port.ProtectionGroups;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * Which servers waves would launch now, by the rule by which they will (contract 2.10). It serves
 * one start, and asks for the same group or the same tags once.
 */
final class WaveServers {

  private final ProtectionGroups groups;
  private final RecoveryServers servers;
  private Map<String, Option<ProtectionGroup>> known = HashMap.empty();
  private Map<Tuple2<DrsScope, Map<String, String>>, Vector<SourceServerId>> tagged =
      HashMap.empty();

  WaveServers(ProtectionGroups groups, RecoveryServers servers) {
    this.groups = groups;
    this.servers = servers;
  }

  /** Of a wave whose group may be gone: then its launch fails, whatever its servers are. */
  Vector<SourceServerId> of(WavePlan wave, AccountContext account) {
    return wave.protectionGroupId()
        .flatMap(this::group)
        .map(group -> of(wave, group, new DrsScope(account, group.region())))
        .getOrElse(wave::serverIds);
  }

  Vector<SourceServerId> of(WavePlan wave, ProtectionGroup group, DrsScope scope) {
    return group.serverSelectionTags().isEmpty()
        ? wave.serverIds()
        : withTags(scope, group.serverSelectionTags());
  }

  /**
   * Asks for the tags of all {@code waves} side by side, so that a large plan is answered in time.
   */
  void lookUp(Vector<GroupedWave> waves, AccountContext account, Parallel parallel) {
    var keys =
        waves
            .filter(wave -> wave.group().serverSelectionTags().nonEmpty())
            .map(wave -> key(wave.group(), account))
            .distinct()
            .reject(tagged::containsKey);
    var found = parallel.map(keys, key -> Tuple.of(key, servers.withTags(key._1, key._2)));
    tagged = found.foldLeft(tagged, Map::put);
  }

  private static Tuple2<DrsScope, Map<String, String>> key(
      ProtectionGroup group, AccountContext account) {
    return Tuple.of(new DrsScope(account, group.region()), group.serverSelectionTags());
  }

  private Option<ProtectionGroup> group(String id) {
    var group = known.get(id).getOrElse(() -> groups.find(id));
    known = known.put(id, group);
    return group;
  }

  private Vector<SourceServerId> withTags(DrsScope scope, Map<String, String> tags) {
    var key = Tuple.of(scope, tags);
    var found = tagged.get(key).getOrElse(() -> servers.withTags(scope, tags));
    tagged = tagged.put(key, found);
    return found;
  }
}
