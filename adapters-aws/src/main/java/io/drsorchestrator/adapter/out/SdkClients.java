package io.drsorchestrator.adapter.out;

import io.drsorchestrator.application.port.AwsRefusedException;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * How every client of the SDK is built: a small HTTP client, a bounded number of attempts, and
 * time-outs that leave a Lambda invocation time to react.
 */
public final class SdkClients {

  public static final Duration CALL_TIMEOUT = Duration.ofSeconds(25);
  public static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(10);

  private static final int ATTEMPTS = 3;
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);

  private static final Pattern REGION = Pattern.compile("[a-z]{2,8}(-[a-z0-9]{1,16}){2,4}");

  private SdkClients() {}

  public static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C build(
      B builder, String region) {
    return builder
        .region(Region.of(checked(region)))
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECTION_TIMEOUT)
                .socketTimeout(CALL_TIMEOUT))
        .overrideConfiguration(timeoutsAndRetries())
        .build();
  }

  /** A Region becomes part of a host name, to which signed requests are sent. */
  private static String checked(String region) {
    if (!REGION.matcher(region).matches()) {
      var message = "The Region is not one such as us-east-1";
      throw new AwsRefusedException(message, new IllegalArgumentException(message));
    }
    return region;
  }

  /** With the credentials of a role in another account, or the orchestrator's own. */
  public static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C build(
      B builder, String region, Option<AwsCredentialsProvider> role) {
    role.forEach(credentials -> builder.credentialsProvider(credentials));
    return build(builder, region);
  }

  private static ClientOverrideConfiguration timeoutsAndRetries() {
    return ClientOverrideConfiguration.builder()
        .apiCallTimeout(CALL_TIMEOUT)
        .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
        .retryStrategy(
            AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS).build())
        .build();
  }
}
