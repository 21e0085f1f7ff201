package io.drsorchestrator.local.aws;

import io.drsorchestrator.local.http.LoopbackServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.drs.model.Job;
import software.amazon.awssdk.services.drs.model.ParticipatingServer;
import software.amazon.awssdk.services.drs.model.StartRecoveryRequestSourceServer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** A simulation behind HTTP, the real clients of the AWS SDK, and a clock that is set by hand. */
public final class RunningAws implements AutoCloseable {

  public static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final Duration CLIENT_TIMEOUT = Duration.ofSeconds(20);

  private final SettableClock clock = new SettableClock(NOON);
  private final SimulatedAws aws;
  private final LoopbackServer server;

  private RunningAws(UnaryOperator<SimulatedAwsBuilder> choices) {
    aws = choices.apply(SimulatedAws.at(clock)).build();
    server = LoopbackServer.start(0, aws.endpoints());
  }

  public static RunningAws with(UnaryOperator<SimulatedAwsBuilder> choices) {
    return new RunningAws(choices);
  }

  public static RunningAws withServers(int count) {
    return with(builder -> builder.sourceServers(Servers.upTo(count)));
  }

  public SimulatedAws aws() {
    return aws;
  }

  public URI uri() {
    return server.uri();
  }

  public Instant now() {
    return clock.instant();
  }

  public void pass(Duration time) {
    clock.pass(time);
  }

  public void passSeconds(long seconds) {
    pass(Duration.ofSeconds(seconds));
  }

  public DrsClient drs() {
    return drs("TESTKEY", Region.US_EAST_1);
  }

  public DrsClient drs(String accessKeyId, Region region) {
    return configured(DrsClient.builder(), accessKeyId, region)
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(CLIENT_TIMEOUT))
        .build();
  }

  public Ec2Client ec2() {
    return configured(Ec2Client.builder(), "TESTKEY", Region.US_EAST_1)
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(CLIENT_TIMEOUT))
        .build();
  }

  public StsClient sts(String accessKeyId) {
    return configured(StsClient.builder(), accessKeyId, Region.US_EAST_1)
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(CLIENT_TIMEOUT))
        .build();
  }

  public SnsClient sns() {
    return configured(SnsClient.builder(), "TESTKEY", Region.US_EAST_1)
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(CLIENT_TIMEOUT))
        .build();
  }

  public Job start(List<String> sourceServerIds) {
    return drs().startRecovery(r -> r.sourceServers(targets(sourceServerIds))).job();
  }

  public Job start(String... sourceServerIds) {
    return start(List.of(sourceServerIds));
  }

  public Job job(String jobId) {
    return drs().describeJobs(r -> r.filters(f -> f.jobIDs(jobId))).items().get(0);
  }

  public ParticipatingServer participant(String jobId, String sourceServerId) {
    return job(jobId).participatingServers().stream()
        .filter(server -> server.sourceServerID().equals(sourceServerId))
        .findFirst()
        .orElseThrow();
  }

  /** Starts a job, lets it complete and returns the instance of its one server. */
  public String launched(String sourceServerId) {
    Job job = start(sourceServerId);
    passSeconds(600);
    return participant(job.jobID(), sourceServerId).recoveryInstanceID();
  }

  public static List<StartRecoveryRequestSourceServer> targets(List<String> sourceServerIds) {
    return sourceServerIds.stream()
        .map(id -> StartRecoveryRequestSourceServer.builder().sourceServerID(id).build())
        .toList();
  }

  @Override
  public void close() {
    server.close();
  }

  private <B extends AwsClientBuilder<B, ?>> B configured(B builder, String key, Region region) {
    return builder
        .endpointOverride(uri())
        .region(region)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "secret")))
        .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()));
  }
}
