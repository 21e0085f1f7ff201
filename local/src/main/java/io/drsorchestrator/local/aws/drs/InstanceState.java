package io.drsorchestrator.local.aws.drs;

import java.util.Locale;

/** The state of an instance, which DRS writes in upper and EC2 in lower case. */
public enum InstanceState {
  PENDING("pending", 0),
  RUNNING("running", 16),
  SHUTTING_DOWN("shutting-down", 32),
  TERMINATED("terminated", 48),
  STOPPED("stopped", 80);

  private final String ec2Name;
  private final int code;

  InstanceState(String ec2Name, int code) {
    this.ec2Name = ec2Name;
    this.code = code;
  }

  public String ec2Name() {
    return ec2Name;
  }

  public int code() {
    return code;
  }

  String drsName() {
    return ec2Name.toUpperCase(Locale.ROOT);
  }
}
