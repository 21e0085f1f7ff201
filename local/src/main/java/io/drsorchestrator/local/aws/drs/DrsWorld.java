package io.drsorchestrator.local.aws.drs;

import io.drsorchestrator.local.aws.api.AwsLocation;
import io.drsorchestrator.local.aws.template.LaunchTemplate;
import io.drsorchestrator.local.aws.template.LaunchTemplates;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * DRS in all accounts and Regions.
 *
 * <p>Every change is decided once and stored with its whole future; every read asks the clock how
 * much of it has come true. This object is the one lock around all of it.
 */
public final class DrsWorld {

  private final InstantSource clock;
  private final DrsSettings settings;
  private final Instant since;
  private final Behaviours behaviours = new Behaviours();
  private final Map<AwsLocation, RegionalDrs> regions = new LinkedHashMap<>();

  public DrsWorld(InstantSource clock, DrsSettings settings) {
    this.clock = clock;
    this.settings = settings;
    this.since = clock.instant();
  }

  /** Adds source servers; one that is already there is replaced. */
  public synchronized void register(List<SourceServer> servers) {
    servers.forEach(server -> initialized(server.location()).register(server));
  }

  /** Sets DRS up where there are no source servers yet. */
  public synchronized void initialize(AwsLocation location) {
    initialized(location);
  }

  /** Adds a behaviour for launches to come. */
  public synchronized void add(ServerBehaviour behaviour) {
    behaviours.add(behaviour);
  }

  /** The jobs of all places, the newest first, also those that DRS no longer shows. */
  public synchronized List<JobState> jobs() {
    Instant now = clock.instant();
    return regions.values().stream()
        .flatMap(drs -> drs.jobs().stream().map(job -> drs.stateOf(job, now)))
        .sorted(Comparator.comparing(JobState::createdAt).reversed())
        .toList();
  }

  /** The instances that have been born at {@code location}, also those that are gone. */
  public synchronized List<RecoveryInstance> instances(AwsLocation location) {
    Instant now = clock.instant();
    return Optional.ofNullable(regions.get(location))
        .map(drs -> drs.instances().all())
        .orElse(List.of())
        .stream()
        .filter(instance -> Forever.reached(instance.bornAt(), now))
        .toList();
  }

  /** Works on the launch templates at {@code location}; there are none where DRS is not set up. */
  public synchronized <T> T templates(AwsLocation location, Function<LaunchTemplates, T> work) {
    RegionalDrs drs = regions.get(location);
    return work.apply(drs == null ? new LaunchTemplates() : drs.templates());
  }

  /** The launch template of a server. */
  public synchronized LaunchTemplate template(AwsLocation location, String sourceServerId) {
    return in(location, (drs, now) -> drs.template(sourceServerId));
  }

  /** The time in this world. */
  public Instant now() {
    return clock.instant();
  }

  synchronized <T> T in(AwsLocation location, BiFunction<RegionalDrs, Instant, T> work) {
    RegionalDrs drs = regions.get(location);
    if (drs == null) {
      throw DrsErrors.uninitialized().toException();
    }
    return work.apply(drs, clock.instant());
  }

  private RegionalDrs initialized(AwsLocation location) {
    return regions.computeIfAbsent(
        location, place -> new RegionalDrs(place, settings, behaviours, since));
  }
}
