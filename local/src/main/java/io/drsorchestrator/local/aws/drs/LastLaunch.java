package io.drsorchestrator.local.aws.drs;

import java.time.Instant;

/** The last launch of a source server. */
record LastLaunch(LaunchJob job, ServerLaunch launch) {

  String type() {
    return job.drill() ? "DRILL" : "RECOVERY";
  }

  LaunchStatus statusAt(Instant now, Instances instances) {
    return instances.launchStatus(launch, now);
  }
}
