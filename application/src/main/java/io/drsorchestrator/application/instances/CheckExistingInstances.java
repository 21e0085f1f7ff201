package io.drsorchestrator.application.instances;

import static io.vavr.API.Left;

import io.drsorchestrator.application.instances.CheckRefusal.CheckFailed;
import io.drsorchestrator.application.instances.CheckRefusal.PlanNotFound;
import io.drsorchestrator.application.instances.ExistingInstances.Existing;
import io.drsorchestrator.application.instances.ExistingInstances.Origin;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.RecoveryInstances.LiveInstance;
import io.drsorchestrator.application.port.RecoveryInstances.Machine;
import io.drsorchestrator.application.port.RecoveryPlans;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** Whether servers of a plan have recovery instances, before it is started (contract 3.14). */
public final class CheckExistingInstances {

  private final RecoveryPlans plans;
  private final PlanServers servers;
  private final RecoveryInstances instances;
  private final LaunchOrigins origins;

  CheckExistingInstances(
      RecoveryPlans plans,
      PlanServers servers,
      RecoveryInstances instances,
      LaunchOrigins origins) {
    this.plans = plans;
    this.servers = servers;
    this.instances = instances;
    this.origins = origins;
  }

  public Either<CheckRefusal, ExistingInstances> check(PlanId id) {
    try {
      return plans
          .find(id)
          .<Either<CheckRefusal, ExistingInstances>>map(this::check)
          .getOrElse(() -> Left(new PlanNotFound(id)));
    } catch (AwsUnavailableException | AwsRefusedException e) {
      // An answer without what DRS did not tell would read as "there is nothing".
      return Left(new CheckFailed(String.valueOf(e.getMessage())));
    }
  }

  private Either<CheckRefusal, ExistingInstances> check(RecoveryPlan plan) {
    return servers
        .of(plan)
        .<CheckRefusal>mapLeft(CheckFailed::new)
        .map(places -> new ExistingInstances(places.nonEmpty(), existing(plan.id(), places)));
  }

  private Vector<Existing> existing(PlanId plan, Map<DrsScope, Vector<SourceServerId>> places) {
    var live = places.toVector().map(place -> new Found(place._1, live(place._1, place._2)));
    var jobs = live.flatMap(Found::instances).flatMap(LiveInstance::job).toSet();
    var launchedBy = origins.of(plan, jobs);
    return live.flatMap(found -> described(found, launchedBy));
  }

  private record Found(DrsScope scope, Vector<LiveInstance> instances) {}

  /** Not those that are on their way out: a start does not replace them. */
  private Vector<LiveInstance> live(DrsScope scope, Vector<SourceServerId> ids) {
    return instances
        .of(scope, ids)
        .reject(instance -> instance.isGone() || instance.state().equals("SHUTTING-DOWN"));
  }

  private Vector<Existing> described(Found found, Map<JobId, Origin> launchedBy) {
    var machines = machines(found);
    return found
        .instances()
        .map(
            instance ->
                new Existing(
                    instance,
                    found.scope().region(),
                    instance.job().flatMap(launchedBy::get),
                    machines.get(instance.ec2InstanceId())));
  }

  /** They only enrich: the warning does not wait for EC2 to answer. */
  private Map<String, Machine> machines(Found found) {
    try {
      return instances.machines(found.scope(), found.instances().map(LiveInstance::ec2InstanceId));
    } catch (AwsUnavailableException | AwsRefusedException e) {
      return HashMap.empty();
    }
  }
}
