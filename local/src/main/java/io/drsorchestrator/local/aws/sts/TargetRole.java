package io.drsorchestrator.local.aws.sts;

import java.util.Optional;

/**
 * A role that the default account may assume in another account.
 *
 * @param externalId what its trust policy asks for, if it does
 */
public record TargetRole(String accountId, String name, Optional<String> externalId) {

  /** Its ARN in the partition of {@code region}. */
  String arn(String region) {
    String partition =
        region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    return "arn:" + partition + ":iam::" + accountId + ":role/" + name;
  }

  boolean admits(Optional<String> given) {
    return externalId.isEmpty() || externalId.equals(given);
  }
}
