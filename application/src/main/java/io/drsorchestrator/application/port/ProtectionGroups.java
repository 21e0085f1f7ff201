package io.drsorchestrator.application.port;

import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.control.Option;

/** The groups of servers that plans refer to. */
@FunctionalInterface
public interface ProtectionGroups {

  Option<ProtectionGroup> find(String groupId);

  /** Those that exist, for readers that need many: each is asked for once (D42). */
  default Map<String, ProtectionGroup> findAll(Set<String> groupIds) {
    return groupIds.toVector().flatMap(this::find).toMap(ProtectionGroup::groupId, group -> group);
  }

  /**
   * A protection group.
   *
   * @param region where its servers are recovered
   * @param accountId absent for the account of the orchestrator
   * @param serverSelectionTags all must match; empty where servers are named by id
   */
  record ProtectionGroup(
      String groupId,
      String region,
      Option<String> accountId,
      Map<String, String> serverSelectionTags) {}
}
