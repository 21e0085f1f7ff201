package io.drsorchestrator.local.aws.drs;

import io.drsorchestrator.local.aws.api.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The making of a launch job: all that is going to happen, decided at once. */
final class LaunchScheduling {

  private static final int RUNNING_PERCENT = 60;

  private final RegionalDrs drs;
  private final Instant now;
  private final String jobId;
  private final SplittableRandom random;
  private final Instant start;
  private final Map<String, ServerLaunch> launches = new LinkedHashMap<>();
  private Instant vanishesAt = Forever.NEVER;

  private LaunchScheduling(RegionalDrs drs, Instant now) {
    this.drs = drs;
    this.now = now;
    this.jobId = drs.nextJobId();
    this.random = Seeded.random(drs.settings().seed(), "job", jobId);
    this.start = now.plus(drs.settings().timings().start().draw(random));
  }

  static LaunchJob schedule(RegionalDrs drs, LaunchOrder order, Instant now) {
    LaunchScheduling scheduling = new LaunchScheduling(drs, now);
    order.targets().forEach(target -> scheduling.launch(target, order.drill()));
    LaunchJob job = new LaunchJob(scheduling.header(order), order.drill(), scheduling.launches);
    drs.add(job, order.tags());
    return job;
  }

  private JobHeader header(LaunchOrder order) {
    Instant last = Forever.latest(launches.values().stream().map(ServerLaunch::endsAt).toList());
    return new JobHeader(
        drs.location(),
        jobId,
        JobType.LAUNCH,
        order.drill() ? "START_DRILL" : "START_RECOVERY",
        now,
        start,
        Forever.plus(last, drs.settings().timings().end().draw(random)),
        vanishesAt);
  }

  private void launch(LaunchOrder.Target target, boolean drill) {
    String id = target.server().sourceServerId();
    LaunchPlan plan = drs.nextPlan(target.server(), jobId);
    Optional<String> old = drs.instances().unendingOf(id).map(RecoveryInstance::id);
    LaunchTimes times = LaunchTimes.of(start, plan, old.isPresent(), !target.pinnedSnapshot());
    old.ifPresent(
        instance -> drs.instances().terminate(instance, new Termination(start, times.cleaned())));
    ServerLaunch launch = launch(target, plan, times, old);
    launches.put(id, launch);
    if (plan.failure().isEmpty() && !times.converted().equals(Forever.NEVER)) {
      drs.instances().add(instance(target.server(), plan, launch, drill));
    }
    plan.jobVanishesAfter().ifPresent(this::vanish);
  }

  private ServerLaunch launch(
      LaunchOrder.Target target, LaunchPlan plan, LaunchTimes times, Optional<String> old) {
    String id = target.server().sourceServerId();
    long seed = drs.settings().seed();
    return new ServerLaunch(
        id,
        Seeded.id("i-", seed, "conversion", jobId, id),
        Seeded.id("i-", seed, "instance", jobId, id),
        old,
        target.pinnedSnapshot(),
        times,
        plan.failure());
  }

  private RecoveryInstance instance(
      SourceServer server, LaunchPlan plan, ServerLaunch launch, boolean drill) {
    LaunchConfiguration wish = drs.configuration(server.sourceServerId());
    ServerTemplate template =
        ServerTemplate.of(drs.template(server.sourceServerId()).defaultVersion());
    LaunchTimes times = launch.times();
    return new RecoveryInstance(
        launch.instanceId(),
        drs.location(),
        server,
        jobId,
        drill,
        template.privateIp().orElseGet(() -> privateIp(server, wish)),
        template,
        InstanceTags.of(server, wish, drs.tags()),
        times.snapshotTaken(),
        times.converted(),
        runningAt(times),
        wish.leavesStopped() ? times.launched() : Forever.NEVER,
        Forever.plus(times.launched(), plan.instanceIdDelay()),
        times.converted().plus(plan.ec2Delay()),
        Termination.NONE);
  }

  private String privateIp(SourceServer server, LaunchConfiguration wish) {
    return wish.copyPrivateIp()
        ? server.identity().ipAddress()
        : Addresses.numbered("10.0", drs.instances().count());
  }

  private void vanish(Duration after) {
    Instant at = now.plus(after);
    vanishesAt = at.isBefore(vanishesAt) ? at : vanishesAt;
  }

  private static Instant runningAt(LaunchTimes times) {
    if (times.launched().equals(Forever.NEVER)) {
      return Forever.NEVER;
    }
    Duration launch = Duration.between(times.converted(), times.launched());
    return times.converted().plus(launch.multipliedBy(RUNNING_PERCENT).dividedBy(100));
  }
}
