package io.drsorchestrator.adapter.out.sts;

import io.drsorchestrator.adapter.out.LoopbackEndpoint;
import io.drsorchestrator.adapter.out.LoopbackEndpoint.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** STS with prepared answers. */
public final class StsEndpoint {

  private StsEndpoint() {}

  /** Credentials by that access key. */
  public static Answer credentials(String accessKey, Instant expiration) {
    return Answer.of(
        200,
        """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
        <Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
        <SessionToken>token</SessionToken><Expiration>%s</Expiration></Credentials>
        <AssumedRoleUser><Arn>arn:aws:sts::444455556666:assumed-role/R/s</Arn>
        <AssumedRoleId>AROA:s</AssumedRoleId></AssumedRoleUser>
        </AssumeRoleResult></AssumeRoleResponse>
        """
            .formatted(accessKey, expiration));
  }

  /** A refusal. */
  public static Answer error(int status, String code) {
    return Answer.of(
        status,
        """
        <ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>told by STS</Message></Error>
        <RequestId>1</RequestId></ErrorResponse>
        """
            .formatted(code));
  }

  /** The roles that this endpoint knows. */
  public static AssumedRoles roles(LoopbackEndpoint endpoint) {
    return new AssumedRoles(
        () ->
            StsClient.builder()
                .endpointOverride(endpoint.uri())
                .region(Region.EU_WEST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("HUBKEY", "key")))
                .build());
  }

  static String body(LoopbackEndpoint endpoint, int request) {
    return URLDecoder.decode(endpoint.requests().get(request).body(), StandardCharsets.UTF_8);
  }
}
