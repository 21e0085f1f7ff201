package io.drsorchestrator.local.aws.drs;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recovery instances of an account in a Region, also those still to come and those gone. */
final class Instances {

  private final Map<String, RecoveryInstance> instances = new LinkedHashMap<>();

  List<RecoveryInstance> all() {
    return List.copyOf(instances.values());
  }

  Optional<RecoveryInstance> find(String id) {
    return Optional.ofNullable(instances.get(id));
  }

  Optional<RecoveryInstance> unendingOf(String sourceServerId) {
    return instances.values().stream()
        .filter(it -> it.server().sourceServerId().equals(sourceServerId))
        .filter(RecoveryInstance::unending)
        .findFirst();
  }

  void add(RecoveryInstance instance) {
    instances.put(instance.id(), instance);
  }

  void terminate(String id, Termination termination) {
    instances.computeIfPresent(id, (key, it) -> it.terminated(termination));
  }

  int count() {
    return instances.size();
  }

  /** A launch counts as TERMINATED once its instance has been removed. */
  LaunchStatus launchStatus(ServerLaunch launch, Instant now) {
    boolean removed =
        find(launch.instanceId())
            .filter(it -> Forever.reached(it.termination().end(), now))
            .isPresent();
    return removed ? LaunchStatus.TERMINATED : launch.statusAt(now);
  }
}
