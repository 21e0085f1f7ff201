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
   * @param launchSettings given to DRS and EC2 before its servers are launched
   */
  record ProtectionGroup(
      String groupId,
      String region,
      Option<String> accountId,
      Map<String, String> serverSelectionTags,
      GroupLaunchSettings launchSettings) {

    /** A group whose servers are launched as DRS and EC2 are set. */
    public ProtectionGroup(
        String groupId,
        String region,
        Option<String> accountId,
        Map<String, String> serverSelectionTags) {
      this(groupId, region, accountId, serverSelectionTags, GroupLaunchSettings.NONE);
    }
  }
}
