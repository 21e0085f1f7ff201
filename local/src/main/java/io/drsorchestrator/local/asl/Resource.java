package io.drsorchestrator.local.asl;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The services that a Task may call, and how. */
public enum Resource {
  /** A Lambda function whose answer is the result. */
  LAMBDA_INVOKE("lambda", "invoke"),

  /** A Lambda function that passes a token on to whoever completes the task. */
  LAMBDA_CALLBACK("lambda", "invoke.waitForTaskToken"),

  /** A child execution whose output is part of the result. */
  CHILD_EXECUTION("states", "startExecution.sync:2"),

  /** Metrics that are sent to CloudWatch. */
  PUT_METRICS("aws-sdk:cloudwatch", "putMetricData");

  private static final String PREFIX = "arn:aws:states:::";

  private final String type;
  private final String action;

  Resource(String type, String action) {
    this.type = type;
    this.action = action;
  }

  static Optional<Resource> of(String arn) {
    return Arrays.stream(values()).filter(resource -> resource.arn().equals(arn)).findFirst();
  }

  static String supported() {
    return Arrays.stream(values()).map(Resource::arn).collect(Collectors.joining(", "));
  }

  /** The resourceType of history events. */
  public String type() {
    return type;
  }

  /** The resource of history events. */
  public String action() {
    return action;
  }

  /** Whether someone else completes the task by its token. */
  public boolean hasToken() {
    return this == LAMBDA_CALLBACK;
  }

  private String arn() {
    return PREFIX + type + ":" + action;
  }
}
