package io.drsorchestrator.local.aws.drs;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The operations that are simulated, by name. */
public final class Operations {

  private static final Map<String, Operation> BY_NAME =
      new TreeMap<>(
          Map.of(
              "StartRecovery", new StartRecovery(),
              "DescribeJobs", new DescribeJobs(),
              "DescribeJobLogItems", new DescribeJobLogItems(),
              "DescribeSourceServers", new DescribeSourceServers(),
              "DescribeRecoveryInstances", new DescribeRecoveryInstances(),
              "TerminateRecoveryInstances", new TerminateRecoveryInstances(),
              "GetLaunchConfiguration", (drs, in, now) -> LaunchConfigurations.get(drs, in),
              "UpdateLaunchConfiguration", (drs, in, now) -> LaunchConfigurations.update(drs, in),
              "TagResource", (drs, in, now) -> Tagging.tag(drs, in),
              "ListTagsForResource", (drs, in, now) -> Tagging.list(drs, in)));

  private Operations() {}

  /** All names. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(BY_NAME.keySet());
  }

  static Optional<Operation> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  static int status(String name) {
    return switch (name) {
      case "StartRecovery" -> 202;
      case "TagResource" -> 204;
      default -> 200;
    };
  }
}
