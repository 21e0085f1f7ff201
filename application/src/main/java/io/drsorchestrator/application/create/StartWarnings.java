package io.drsorchestrator.application.create;

import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.LaunchAdmission.Replication;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Vector;

/** What does not keep a plan from being started, and its operator should know. */
final class StartWarnings {

  private final LaunchAdmission admission;

  StartWarnings(LaunchAdmission admission) {
    this.admission = admission;
  }

  Vector<String> of(StartDraft draft) {
    var regions = draft.regions();
    return regions
        .flatMap(StartWarnings::wavesWithoutServers)
        .appendAll(serversInSeveralWaves(regions))
        .appendAll(regions.flatMap(region -> lost(region, draft.command().type())))
        .appendAll(liveInstances(draft.command().type(), regions));
  }

  /** Servers may get their tags before it is the wave's turn. */
  private static Vector<String> wavesWithoutServers(LaunchFacts region) {
    return region
        .waves()
        .filter(wave -> wave.servers().isEmpty())
        .map(
            wave ->
                "Wave %d (%s): no server carries the tags of its protection group now; the wave fails if none does when it starts"
                    .formatted(wave.plan().number().ordinal(), wave.plan().name()));
  }

  private static Vector<String> serversInSeveralWaves(Vector<LaunchFacts> regions) {
    return regions
        .flatMap(LaunchFacts::waves)
        .flatMap(wave -> wave.servers().distinct())
        .groupBy(server -> server)
        .filterValues(waves -> waves.size() > 1)
        .keySet()
        .toVector()
        .map(
            "Server %s is in several waves: each of them replaces the instance of the one before"
                ::formatted)
        .sorted();
  }

  /** The operator should know how old the data is that comes up. */
  private static Vector<String> lost(LaunchFacts region, ExecutionType type) {
    return region
        .replication()
        .filterValues(known -> LaunchLimits.isLost(known, type))
        .toVector()
        .map(
            lost ->
                "Server %s (%s) is STALLED: it sends no more data and is recovered from its last recovery point, lag %s"
                    .formatted(lost._1, lost._2.hostname(), lost._2.lag().getOrElse("unknown")))
        .sorted();
  }

  private Vector<String> liveInstances(ExecutionType type, Vector<LaunchFacts> regions) {
    return switch (type) {
      case DRILL -> Vector.empty();
      case RECOVERY -> regions.flatMap(this::liveInstances);
    };
  }

  /** A start is not held up by what is only good to know. */
  private Vector<String> liveInstances(LaunchFacts region) {
    try {
      return admission
          .liveInstances(region.scope(), region.servers())
          .map(live -> warning(region, live._1, live._2))
          .toVector()
          .sorted();
    } catch (AwsUnavailableException | AwsRefusedException e) {
      return Vector.of(
          "It is not known whether servers in %s have recovery instances that this recovery replaces: %s"
              .formatted(region.scope().region(), e.getMessage()));
    }
  }

  private static String warning(LaunchFacts region, SourceServerId server, String instance) {
    var name =
        region
            .replication()
            .get(server)
            .map(Replication::hostname)
            .filter(known -> !known.isBlank())
            .map(known -> " (%s)".formatted(known))
            .getOrElse("");
    return "Server %s%s has the live recovery instance %s, which this recovery replaces"
        .formatted(server, name, instance);
  }
}
