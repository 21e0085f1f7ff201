package io.drsorchestrator.adapter.out;

import io.drsorchestrator.adapter.out.calls.CallCounter;
import io.drsorchestrator.adapter.out.calls.Correlation;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
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

  /** Of a call that others wait for although nothing depends on it. */
  public static final Duration BRIEF_TIMEOUT = Duration.ofSeconds(2);

  /** How long a client waits, and how often it tries. */
  private record Patience(
      Duration connecting, Duration reading, Duration attempt, Duration call, int attempts) {}

  private static final Patience USUAL =
      new Patience(CONNECTION_TIMEOUT, CALL_TIMEOUT, ATTEMPT_TIMEOUT, CALL_TIMEOUT, ATTEMPTS);

  /** A read that hangs cannot be interrupted: connecting and reading share the time. */
  private static final Patience BRIEF =
      new Patience(
          BRIEF_TIMEOUT.dividedBy(2), BRIEF_TIMEOUT.dividedBy(2), BRIEF_TIMEOUT, BRIEF_TIMEOUT, 1);

  public static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C build(
      B builder, String region) {
    return build(builder, region, USUAL);
  }

  /** A client that tries once and gives up soon. */
  public static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C buildBriefly(
      B builder, String region) {
    return build(builder, region, BRIEF);
  }

  /** A client that works as the others do, but for the network: it always gets an empty answer. */
  public static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C buildOffline(
      B builder, String region) {
    return builder
        .region(Region.of(checked(region)))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("offline", "offline")))
        .httpClient(new OfflineHttpClient())
        .overrideConfiguration(timeoutsAndRetries(USUAL))
        .build();
  }

  private static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C build(
      B builder, String region, Patience patience) {
    return builder
        .region(Region.of(checked(region)))
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(patience.connecting())
                .socketTimeout(patience.reading()))
        .overrideConfiguration(timeoutsAndRetries(patience))
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

  private static ClientOverrideConfiguration timeoutsAndRetries(Patience patience) {
    return ClientOverrideConfiguration.builder()
        .apiCallTimeout(patience.call())
        .apiCallAttemptTimeout(patience.attempt())
        .addExecutionInterceptor(new CallCounter())
        .addExecutionInterceptor(new Correlation())
        .retryStrategy(
            AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(patience.attempts())
                .build())
        .build();
  }
}
