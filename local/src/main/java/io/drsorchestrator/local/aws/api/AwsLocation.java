package io.drsorchestrator.local.aws.api;

/** An account and a Region: the space in which AWS resources and quotas live. */
public record AwsLocation(String accountId, String region) {

  /** The ARN of a DRS or EC2 {@code resource}, such as {@code job/drsjob-…}, at this place. */
  public String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + accountId + ":" + resource;
  }
}
