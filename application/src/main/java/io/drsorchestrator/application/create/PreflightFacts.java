package io.drsorchestrator.application.create;

import io.drsorchestrator.application.create.LiveServers.Found;
import io.drsorchestrator.application.create.LiveServers.Live;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchAdmission.Replication;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * What is known of a plan and its servers before a start.
 *
 * @param itemBytes how large the item of its execution can become; DynamoDB takes 409,600
 */
public record PreflightFacts(
    Vector<WaveFact> waves,
    Vector<ServerFact> servers,
    Vector<RegionFact> regions,
    Option<Integer> itemBytes,
    WorkflowBudget budget) {

  static final PreflightFacts NONE =
      new PreflightFacts(
          Vector.empty(), Vector.empty(), Vector.empty(), Option.none(), WorkflowBudget.NONE);

  /** A wave, and where it would launch how many servers, as far as that can be known. */
  public record WaveFact(WavePlan plan, Option<TargetWave> target) {}

  /** A server, how it replicates, and the instance that it has already. */
  public record ServerFact(
      SourceServerId server,
      DrsScope scope,
      Option<Replication> replication,
      Option<LiveInstance> live) {}

  /** A recovery instance, and since when it is up. */
  public record LiveInstance(String instanceId, Option<Instant> since) {}

  /** What DRS does already where the plan would launch. */
  public record RegionFact(DrsScope scope, int jobs, int serversInJobs, int largestWave) {}

  static PreflightFacts of(SurveyedPlan survey, Found live) {
    var targets = survey.targets();
    var waves =
        survey
            .plan()
            .waves()
            .map(wave -> new WaveFact(wave, targets.find(one -> one.plan().equals(wave))));
    return new PreflightFacts(
        waves,
        survey.regions().flatMap(region -> servers(region, live)),
        survey.regions().map(PreflightFacts::region),
        ItemBytes.of(survey),
        WorkflowBudget.of(waves.size(), waves.count(wave -> wave.plan().pauseBeforeWave())));
  }

  private static RegionFact region(LaunchFacts region) {
    return new RegionFact(
        region.scope(), region.jobs().size(), region.serversInJobs(), region.largestWave());
  }

  private static Vector<ServerFact> servers(LaunchFacts region, Found live) {
    return region
        .servers()
        .map(
            server ->
                new ServerFact(
                    server,
                    region.scope(),
                    region.replication().get(server),
                    live.instances().get(server).map(PreflightFacts::live)));
  }

  private static LiveInstance live(Live live) {
    return new LiveInstance(live.instanceId(), live.since());
  }
}
