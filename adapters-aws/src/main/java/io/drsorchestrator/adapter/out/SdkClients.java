package io.drsorchestrator.adapter.out;

import io.drsorchestrator.adapter.out.calls.CallCounter;
import java.time.Duration;
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

  private SdkClients() {}

  public static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C build(
      B builder, String region) {
    return builder
        .region(Region.of(region))
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECTION_TIMEOUT)
                .socketTimeout(CALL_TIMEOUT))
        .overrideConfiguration(timeoutsAndRetries())
        .build();
  }

  private static ClientOverrideConfiguration timeoutsAndRetries() {
    return ClientOverrideConfiguration.builder()
        .apiCallTimeout(CALL_TIMEOUT)
        .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
        .addExecutionInterceptor(new CallCounter())
        .retryStrategy(
            AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS).build())
        .build();
  }
}
