package io.drsorchestrator.local.stepfunctions;

/** The AWS account and Region whose resources are simulated, and the ARNs in it. */
public record Account(String region, String id) {

  /** The ARN of the state machine {@code name}. */
  public String stateMachineArn(String name) {
    return arn("stateMachine:" + name);
  }

  /** The ARN of the execution {@code name} of {@code machine}. */
  public String executionArn(String machine, String name) {
    return arn("execution:" + machine + ":" + name);
  }

  String roleArn(String machine) {
    return "arn:aws:iam::" + id + ":role/" + machine;
  }

  private String arn(String resource) {
    return "arn:aws:states:" + region + ":" + id + ":" + resource;
  }
}
