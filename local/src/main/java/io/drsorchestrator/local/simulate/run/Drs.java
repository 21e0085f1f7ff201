package io.drsorchestrator.local.simulate.run;

import io.drsorchestrator.local.aws.SimulatedAws;
import io.drsorchestrator.local.aws.drs.Disturbance;
import io.drsorchestrator.local.aws.drs.DrsSettings;
import io.drsorchestrator.local.aws.drs.Failure;
import io.drsorchestrator.local.aws.drs.JobState;
import io.drsorchestrator.local.aws.drs.JobStatus;
import io.drsorchestrator.local.aws.drs.LaunchStatus;
import io.drsorchestrator.local.aws.drs.Quotas;
import io.drsorchestrator.local.aws.drs.SecondsRange;
import io.drsorchestrator.local.aws.drs.ServerBehaviour;
import io.drsorchestrator.local.aws.drs.SourceServer;
import io.drsorchestrator.local.aws.drs.Stage;
import io.drsorchestrator.local.aws.drs.Timings;
import io.drsorchestrator.local.aws.scenario.Scenario;
import io.drsorchestrator.local.plan.PlanFile;
import io.drsorchestrator.local.simulate.scenario.DrsTrouble;
import io.drsorchestrator.local.simulate.scenario.DrsTrouble.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** DRS, EC2 and SNS of a run, with the troubles of its waves. */
final class Drs {

  /** Of somebody else's drills, which use up the quota. */
  private static final String EXTRA = "s-bystander00000000";

  /** Quick launches: a run is about what happens between them. */
  private static final Timings TIMINGS =
      new Timings(
          new SecondsRange(1, 10),
          new SecondsRange(1, 5),
          new SecondsRange(5, 40),
          new SecondsRange(5, 40),
          new SecondsRange(1, 15),
          new SecondsRange(0, 10));

  private final PlanFile plan;
  private final List<DrsTrouble> troubles;
  private final SimulatedAws aws;
  private final Bystander bystander;

  Drs(PlanFile plan, List<DrsTrouble> troubles, long seed, InstantSource time) {
    this.plan = plan;
    this.troubles = troubles;
    boolean isNarrow = has(Kind.QUOTA_FULL);
    var quotas = isNarrow ? new Quotas(100, 1, 500) : Quotas.DEFAULT;
    var settings = new DrsSettings(seed, 50, quotas, TIMINGS);
    aws =
        SimulatedAws.at(time)
            .scenario(new Scenario("", settings, List.of(), List.of()))
            .sourceServers(plan.sourceServers())
            .roles(plan.targetRoles())
            .build();
    aws.register(List.of(extra(plan.sourceServers().get(0))));
    troubles.forEach(this::disturb);
    bystander = new Bystander(aws.endpoints());
  }

  SimulatedAws aws() {
    return aws;
  }

  private boolean has(Kind kind) {
    return troubles.stream().anyMatch(trouble -> trouble.kind() == kind);
  }

  /** Whether a wave may fail for what DRS does. */
  boolean mayFail() {
    return has(Kind.FAILING) || has(Kind.STUCK) || has(Kind.VANISHING);
  }

  private static SourceServer extra(SourceServer like) {
    return new SourceServer(
        like.location(),
        EXTRA,
        like.tags(),
        like.identity(),
        like.machine(),
        like.replicationState(),
        like.lag());
  }

  private void disturb(DrsTrouble trouble) {
    var time = Duration.ofSeconds(trouble.seconds());
    switch (trouble.kind()) {
      case FAILING -> add(trouble, new Disturbance.Fails(new Failure(Stage.LAUNCH, "simulated")));
      case STUCK -> add(trouble, new Disturbance.Stuck(Stage.CONVERSION));
      case SLOW -> add(trouble, new Disturbance.Slow(1, time));
      case VANISHING -> add(trouble, new Disturbance.JobVanishes(time));
      case QUOTA_FULL ->
          aws.add(ServerBehaviour.of(EXTRA, new Disturbance.Slow(1, time)).forLaunches(1));
      case SERVERS_BUSY -> add(trouble, new Disturbance.Slow(1, time));
    }
  }

  private void add(DrsTrouble trouble, Disturbance disturbance) {
    aws.add(new ServerBehaviour(server(trouble.wave()), Integer.MAX_VALUE, List.of(disturbance)));
  }

  private String server(int wave) {
    var servers = plan.plan().path("waves").path(wave).path("serverIds");
    return servers.path(servers.size() - 1).asText();
  }

  private String region() {
    return plan.sourceServers().get(0).location().region();
  }

  /** The wave is next: somebody else may be quicker. */
  void waveIsNext(int wave) {
    for (var trouble : troubles) {
      if (trouble.wave() == wave && trouble.kind() == Kind.QUOTA_FULL) {
        bystander.drill(region(), EXTRA);
      }
      if (trouble.wave() == wave && trouble.kind() == Kind.SERVERS_BUSY) {
        bystander.drill(region(), server(wave));
      }
    }
  }

  /** The troubles that a look at DRS meets now. */
  Set<Kind> met() {
    var met = EnumSet.noneOf(Kind.class);
    if (troubles.isEmpty()) {
      return met;
    }
    var jobs = aws.jobs();
    for (var trouble : troubles) {
      if (jobs.stream().anyMatch(job -> concerns(trouble, job))) {
        met.add(trouble.kind());
      }
    }
    return met;
  }

  private boolean concerns(DrsTrouble trouble, JobState job) {
    boolean isOurs = job.tags().containsKey("executionId");
    boolean isActive = job.status() != JobStatus.COMPLETED;
    var server = trouble.kind() == Kind.QUOTA_FULL ? EXTRA : server(trouble.wave());
    var part = job.participants().stream().filter(p -> p.sourceServerId().equals(server));
    return switch (trouble.kind()) {
      case FAILING -> part.anyMatch(p -> p.launchStatus() == LaunchStatus.FAILED);
      case STUCK, SLOW, VANISHING -> isOurs && part.findAny().isPresent();
      case QUOTA_FULL, SERVERS_BUSY -> !isOurs && isActive;
    };
  }

  /** The last job that we have launched. */
  Optional<JobState> newestLaunch() {
    return aws.jobs().stream().filter(job -> job.tags().containsKey("executionId")).findFirst();
  }

  /** All jobs, the newest first. */
  List<JobState> jobs() {
    return new ArrayList<>(aws.jobs());
  }
}
