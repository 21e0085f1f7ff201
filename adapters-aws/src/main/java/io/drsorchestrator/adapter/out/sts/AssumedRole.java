package io.drsorchestrator.adapter.out.sts;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * The credentials of a role, kept and renewed before they expire. What STS says is told as what it
 * is: inside a call to DRS it would pass for an answer of DRS.
 */
final class AssumedRole implements AwsCredentialsProvider {

  private final String arn;
  private final StsAssumeRoleCredentialsProvider origin;

  AssumedRole(String arn, StsAssumeRoleCredentialsProvider origin) {
    this.arn = arn;
    this.origin = origin;
  }

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return origin.resolveCredentials();
    } catch (SdkException e) {
      throw translated(e);
    }
  }

  private RuntimeException translated(SdkException fault) {
    if (AwsFaults.isTransient(fault)) {
      return new AwsUnavailableException(
          "AssumeRole: STS gave no credentials of %s for now: %s".formatted(arn, told(fault)),
          fault);
    }
    return new AwsRefusedException(
        ("AssumeRole: the role %s cannot be assumed: %s. Check that the role exists, that it trusts"
                + " the orchestrator's own role, and its external id: a wrong one looks the same"
                + " as a missing permission")
            .formatted(arn, told(fault)),
        fault);
  }

  private static String told(SdkException fault) {
    return fault instanceof AwsServiceException answer
        ? AwsFaults.describe(answer)
        : String.valueOf(fault.getMessage());
  }

  void close() {
    origin.close();
  }
}
