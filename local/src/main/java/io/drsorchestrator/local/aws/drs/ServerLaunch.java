package io.drsorchestrator.local.aws.drs;

import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of one server in a launch job, decided when the job is created.
 *
 * @param conversionServerId the helper instance that converts the disks
 * @param replacedInstanceId the older recovery instance that is cleaned up first
 * @param pinnedSnapshot whether an older point in time is launched instead of the latest data
 */
record ServerLaunch(
    String sourceServerId,
    String conversionServerId,
    String instanceId,
    Optional<String> replacedInstanceId,
    boolean pinnedSnapshot,
    LaunchTimes times,
    Optional<Failure> failure) {

  Instant endsAt() {
    return failure.map(how -> times.endOf(how.at())).orElse(times.launched());
  }

  LaunchStatus statusAt(Instant now) {
    if (Forever.reached(endsAt(), now)) {
      return failure.isPresent() ? LaunchStatus.FAILED : LaunchStatus.LAUNCHED;
    }
    return Forever.reached(times.converted(), now)
        ? LaunchStatus.IN_PROGRESS
        : LaunchStatus.PENDING;
  }
}
