package io.drsorchestrator.application.create;

import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** The live recovery instances of the plan's servers, and since when each is up. */
final class LiveServers {

  private final LaunchAdmission admission;
  private final RecoveryServers servers;

  LiveServers(LaunchAdmission admission, RecoveryServers servers) {
    this.admission = admission;
    this.servers = servers;
  }

  /**
   * An instance.
   *
   * @param since its last start, where EC2 tells
   */
  record Live(String instanceId, Option<Instant> since) {}

  /**
   * The instances by server.
   *
   * @param unknown why they could not be asked for, in the Regions where they could not
   */
  record Found(Map<SourceServerId, Live> instances, Vector<String> unknown) {

    static final Found NOTHING = new Found(LinkedHashMap.empty(), Vector.empty());

    private Found and(Found other) {
      return new Found(instances.merge(other.instances), unknown.appendAll(other.unknown));
    }
  }

  Found of(Vector<LaunchFacts> regions) {
    return regions.map(this::of).foldLeft(Found.NOTHING, Found::and);
  }

  private Found of(LaunchFacts region) {
    try {
      var live = admission.liveInstances(region.scope(), region.servers());
      var known = machines(region, live.values().toVector());
      return new Found(
          live.mapValues(id -> new Live(id, known.get(id).flatMap(RecoveryInstance::launchTime))),
          Vector.empty());
    } catch (AwsUnavailableException | AwsRefusedException e) {
      return new Found(
          LinkedHashMap.empty(),
          Vector.of(
              "It is not known whether servers in %s have recovery instances that this start replaces: %s"
                  .formatted(region.scope().region(), e.getMessage())));
    }
  }

  /** EC2 only says since when: without it the instances are as live as before. */
  private Map<String, RecoveryInstance> machines(LaunchFacts region, Vector<String> ids) {
    try {
      return ids.isEmpty() ? HashMap.empty() : servers.instances(region.scope(), ids);
    } catch (AwsUnavailableException | AwsRefusedException e) {
      return HashMap.empty();
    }
  }
}
