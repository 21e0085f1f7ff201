package io.drsorchestrator.local.aws.drs;

/** How a source server is to be launched; the words are those of the API. */
record LaunchConfiguration(
    String name,
    String ec2LaunchTemplateId,
    String launchDisposition,
    String rightSizingMethod,
    boolean copyPrivateIp,
    boolean copyTags,
    boolean osByol,
    boolean postLaunchEnabled) {

  static LaunchConfiguration initial(String name, String ec2LaunchTemplateId) {
    return new LaunchConfiguration(
        name, ec2LaunchTemplateId, "STARTED", "BASIC", false, false, false, false);
  }

  boolean leavesStopped() {
    return launchDisposition.equals("STOPPED");
  }
}
