package io.drsorchestrator.local.aws.drs;

import java.util.Optional;

/** How a source server is to be launched; the words are those of the API. */
record LaunchConfiguration(
    String name,
    String ec2LaunchTemplateId,
    String launchDisposition,
    String rightSizingMethod,
    boolean copyPrivateIp,
    boolean copyTags,
    boolean osByol,
    boolean postLaunchEnabled,
    Optional<String> launchIntoInstanceId) {

  static LaunchConfiguration initial(String name, String ec2LaunchTemplateId) {
    return new LaunchConfiguration(
        name,
        ec2LaunchTemplateId,
        "STARTED",
        "BASIC",
        false,
        false,
        false,
        false,
        Optional.empty());
  }

  boolean leavesStopped() {
    return launchDisposition.equals("STOPPED");
  }
}
