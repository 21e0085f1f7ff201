package io.drsorchestrator.application.create;

import io.drsorchestrator.application.create.LimitRefusal.PlanTooLarge;
import io.drsorchestrator.application.create.LimitRefusal.TooManyJobs;
import io.drsorchestrator.application.create.LimitRefusal.TooManyServersInJobs;
import io.drsorchestrator.application.create.LimitRefusal.UnhealthyServers;
import io.drsorchestrator.application.create.LimitRefusal.UnhealthyServers.Unhealthy;
import io.drsorchestrator.application.create.LimitRefusal.WavesTooLarge;
import io.drsorchestrator.application.port.LaunchAdmission.Replication;
import io.drsorchestrator.application.size.PlanSize;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * Whether DRS would launch the servers of a plan (contract 3.3, checks 8 to 11), in every Region of
 * it.
 *
 * <p>The waves of a plan run one after another, so it has one job at a time: what it adds to the
 * jobs of a Region is one job, and to the servers in them those of its largest wave there.
 */
final class LaunchLimits {

  /** DRS recovers in every other state, those included that it has not invented yet. */
  private static final Set<String> UNHEALTHY =
      HashSet.of("DISCONNECTED", "STOPPED", "STALLED", "NOT_STARTED");

  /**
   * What the servers of a data centre are when it is lost: they send no more data, and DRS recovers
   * them from their last recovery point. That is what a recovery is for, and no drill.
   */
  private static final String LOST_CONTACT = "STALLED";

  private LaunchLimits() {}

  /** All that are exceeded, in the order of the contract: the first is what a start answers. */
  static Vector<StartRefusal> exceeded(StartDraft draft) {
    var regions = draft.regions();
    return tooLargeWaves(regions)
        .toVector()
        .appendAll(tooLarge(draft))
        .appendAll(regions.flatMap(LaunchLimits::tooManyJobs))
        .appendAll(regions.flatMap(LaunchLimits::tooManyServers))
        .appendAll(unhealthy(regions, draft.command().type()));
  }

  private static Option<StartRefusal> tooLargeWaves(Vector<LaunchFacts> regions) {
    var large =
        regions
            .flatMap(LaunchFacts::waves)
            .filter(wave -> wave.servers().size() > LimitRefusal.MAX_SERVERS_PER_WAVE)
            .sortBy(wave -> wave.plan().number());
    return Option.when(large.nonEmpty(), () -> new WavesTooLarge(large));
  }

  private static Option<StartRefusal> tooLarge(StartDraft draft) {
    var size = size(draft);
    return Option.when(size.isTooLarge(), () -> new PlanTooLarge(size));
  }

  /** Servers that tags will select later are not known yet: {@code docs/limits.md}. */
  static PlanSize size(StartDraft draft) {
    var waves = draft.regions().flatMap(LaunchFacts::waves);
    var texts =
        waves
            .flatMap(w -> Vector.of(w.plan().name(), w.plan().protectionGroupId().getOrElse("")))
            .append(draft.plan().name());
    return PlanSize.of(waves.map(wave -> wave.servers().size()), texts);
  }

  private static Option<StartRefusal> tooManyJobs(LaunchFacts region) {
    return Option.when(
        region.jobs().size() >= LimitRefusal.MAX_JOBS,
        () -> new TooManyJobs(region.scope(), region.jobs()));
  }

  private static Option<StartRefusal> tooManyServers(LaunchFacts region) {
    return Option.when(
        region.serversInJobs() + region.largestWave() > LimitRefusal.MAX_SERVERS_IN_JOBS,
        () ->
            new TooManyServersInJobs(region.scope(), region.serversInJobs(), region.largestWave()));
  }

  private static Option<StartRefusal> unhealthy(Vector<LaunchFacts> regions, ExecutionType type) {
    var sick = regions.flatMap(region -> region.servers().flatMap(s -> unhealthy(region, s, type)));
    var all = regions.map(region -> region.servers().size()).sum().intValue();
    return Option.when(sick.nonEmpty(), () -> new UnhealthyServers(sick, all - sick.size()));
  }

  /** What DRS does not know, it cannot recover either. */
  private static Option<Unhealthy> unhealthy(
      LaunchFacts region, SourceServerId server, ExecutionType type) {
    return region
        .replication()
        .get(server)
        .fold(
            () -> Option.some(unknown(region, server)),
            known -> Option.when(isUnhealthy(known, type), () -> sick(server, known)));
  }

  static boolean isUnhealthy(Replication known, ExecutionType type) {
    return UNHEALTHY.contains(known.state()) && !isLost(known, type);
  }

  /** Whether the server is recovered from its last recovery point, in a recovery that is real. */
  static boolean isLost(Replication known, ExecutionType type) {
    return type == ExecutionType.RECOVERY && known.state().equals(LOST_CONTACT);
  }

  private static Unhealthy unknown(LaunchFacts region, SourceServerId server) {
    var reason = "DRS does not know the server in " + region.scope().region();
    return new Unhealthy(server, "", "UNKNOWN", reason);
  }

  private static Unhealthy sick(SourceServerId server, Replication known) {
    var lag = known.lag().map(duration -> ", it lags by " + duration).getOrElse("");
    return new Unhealthy(
        server, known.hostname(), known.state(), "Replication is " + known.state() + lag);
  }
}
