package io.drsorchestrator.local.simulate.run;

import io.drsorchestrator.bootstrap.AwsClients;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The SDK's own clients, which are slow to build, and the threads for what stands still: made once
 * for all runs of one thread. They try as often as in production, without pauses and without a
 * memory of earlier runs.
 */
public final class SharedClients implements AutoCloseable {

  private static final int ATTEMPTS = 3;
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("simulated", "simulated"));

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "invocation");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, DrsClient> drs = new HashMap<>();
  private final Map<String, Ec2Client> ec2 = new HashMap<>();
  private final SfnClient stepFunctions = build(SfnClient.builder(), "us-east-1");
  private final SnsClient sns = build(SnsClient.builder(), "us-east-1");
  private @Nullable Wire wire;

  ExecutorService threads() {
    return threads;
  }

  /** From now on all requests go there. */
  void use(Wire current) {
    wire = current;
  }

  AwsClients with(DynamoDbClient dynamoDb, UnaryOperator<DynamoDbClient> store) {
    return new AwsClients(
        store.apply(dynamoDb),
        scope -> drs.computeIfAbsent(scope.region(), r -> build(DrsClient.builder(), r)),
        scope -> ec2.computeIfAbsent(scope.region(), r -> build(Ec2Client.builder(), r)),
        () -> stepFunctions,
        region -> sns);
  }

  private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C build(
      B builder, String region) {
    return builder
        .region(Region.of(region))
        .credentialsProvider(CREDENTIALS)
        .httpClient(new WiredHttpClient(this::wire))
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(ATTEMPTS)
                        .circuitBreakerEnabled(false)
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .build())
                .build())
        .build();
  }

  private Wire wire() {
    if (wire == null) {
      throw new IllegalStateException("no run is going on");
    }
    return wire;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    drs.values().forEach(DrsClient::close);
    ec2.values().forEach(Ec2Client::close);
    stepFunctions.close();
    sns.close();
  }
}
