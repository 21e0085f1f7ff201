package io.drsorchestrator.local.aws.drs;

import io.drsorchestrator.local.aws.api.Seeded;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How the launch of one server is going to go, relative to its start.
 *
 * @param instanceIdDelay from the end of the launch until DRS names the instance
 * @param ec2Delay from the birth of the instance until EC2 shows it
 * @param jobVanishesAfter from the call until DRS forgets the job
 */
public record LaunchPlan(
    Duration cleanup,
    Duration snapshot,
    Duration conversion,
    Duration launch,
    Duration instanceIdDelay,
    Duration ec2Delay,
    Optional<Failure> failure,
    Optional<Stage> stuckAt,
    Optional<Duration> jobVanishesAfter) {

  private static final int SNAPSHOT_PERCENT = 30;

  static LaunchPlan draw(DrsSettings settings, String jobId, String sourceServerId) {
    SplittableRandom random = Seeded.random(settings.seed(), "plan", jobId, sourceServerId);
    Duration pending = settings.timings().pending().draw(random);
    Duration snapshot = pending.multipliedBy(SNAPSHOT_PERCENT).dividedBy(100);
    return new LaunchPlan(
        settings.timings().cleanup().draw(random),
        snapshot,
        pending.minus(snapshot),
        settings.timings().inProgress().draw(random),
        settings.timings().naming().draw(random),
        Duration.ZERO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  LaunchPlan slower(double factor, Duration extra) {
    return new LaunchPlan(
        cleanup,
        times(snapshot, factor),
        times(conversion, factor),
        times(launch, factor).plus(extra),
        instanceIdDelay,
        ec2Delay,
        failure,
        stuckAt,
        jobVanishesAfter);
  }

  LaunchPlan failing(Failure how) {
    return new LaunchPlan(
        cleanup,
        snapshot,
        conversion,
        launch,
        instanceIdDelay,
        ec2Delay,
        Optional.of(how),
        stuckAt,
        jobVanishesAfter);
  }

  LaunchPlan stuck(Stage stage) {
    return new LaunchPlan(
        cleanup,
        snapshot,
        conversion,
        launch,
        instanceIdDelay,
        ec2Delay,
        failure,
        Optional.of(stage),
        jobVanishesAfter);
  }

  LaunchPlan seenLate(Duration inDrs, Duration inEc2) {
    return new LaunchPlan(
        cleanup,
        snapshot,
        conversion,
        launch,
        instanceIdDelay.plus(inDrs),
        ec2Delay.plus(inEc2),
        failure,
        stuckAt,
        jobVanishesAfter);
  }

  LaunchPlan vanishing(Duration after) {
    return new LaunchPlan(
        cleanup,
        snapshot,
        conversion,
        launch,
        instanceIdDelay,
        ec2Delay,
        failure,
        stuckAt,
        Optional.of(after));
  }

  private static Duration times(Duration duration, double factor) {
    return Duration.ofMillis(Math.round(duration.toMillis() * factor));
  }
}
