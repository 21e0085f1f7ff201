package io.drsorchestrator.local.aws.drs;

import java.time.Duration;

/** One way in which the launch of a server departs from the usual. */
public sealed interface Disturbance {

  /** The plan with this disturbance in it. */
  LaunchPlan applyTo(LaunchPlan plan);

  /** The launch fails at the end of a stage. */
  record Fails(Failure failure) implements Disturbance {
    @Override
    public LaunchPlan applyTo(LaunchPlan plan) {
      return plan.failing(failure);
    }
  }

  /** All stages take {@code factor} times as long, the launch {@code extra} on top. */
  record Slow(double factor, Duration extra) implements Disturbance {
    @Override
    public LaunchPlan applyTo(LaunchPlan plan) {
      return plan.slower(factor, extra);
    }
  }

  /** The stage never ends, and neither does the job. */
  record Stuck(Stage at) implements Disturbance {
    @Override
    public LaunchPlan applyTo(LaunchPlan plan) {
      return plan.stuck(at);
    }
  }

  /** DRS names the recovery instance later than usual. */
  record LateInDrs(Duration by) implements Disturbance {
    @Override
    public LaunchPlan applyTo(LaunchPlan plan) {
      return plan.seenLate(by, Duration.ZERO);
    }
  }

  /** EC2 does not know the instance for a while after its birth. */
  record LateInEc2(Duration by) implements Disturbance {
    @Override
    public LaunchPlan applyTo(LaunchPlan plan) {
      return plan.seenLate(Duration.ZERO, by);
    }
  }

  /** DRS no longer shows the job some time after the call, as if somebody had deleted it. */
  record JobVanishes(Duration after) implements Disturbance {
    @Override
    public LaunchPlan applyTo(LaunchPlan plan) {
      return plan.vanishing(after);
    }
  }
}
