package io.drsorchestrator.local.costs;

import static io.drsorchestrator.domain.execution.Executions.requestBy;

import io.drsorchestrator.adapter.out.SdkClients;
import io.drsorchestrator.adapter.out.calls.CallCounter;
import io.drsorchestrator.adapter.out.drs.DrsRecoveryJobs;
import io.drsorchestrator.adapter.out.drs.DrsRecoveryServers;
import io.drsorchestrator.adapter.out.dynamodb.DynamoDbStore;
import io.drsorchestrator.adapter.out.dynamodb.Tables;
import io.drsorchestrator.adapter.out.ec2.CachedInstances;
import io.drsorchestrator.adapter.out.ec2.Ec2Instances;
import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.Settings;
import io.drsorchestrator.application.poll.PollExecution;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.NewExecutions.NewExecution;
import io.drsorchestrator.application.port.Parallel;
import io.drsorchestrator.application.port.PollCalls;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.ExecutionDetails;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.execution.RunningExecution;
import io.drsorchestrator.domain.execution.WaveLaunch;
import io.drsorchestrator.domain.server.SampleServers;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.LaunchTarget;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.WavePolicy;
import io.drsorchestrator.local.aws.RunningAws;
import io.drsorchestrator.local.aws.Servers;
import io.drsorchestrator.local.aws.Unused;
import io.drsorchestrator.local.aws.dynamodb.LocalDynamoDb;
import io.drsorchestrator.local.aws.dynamodb.OrchestratorTables;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * A launched wave of so many servers, polled by the real adapters over HTTP. It may be the last of
 * a plan whose other waves are complete, and stored with all that is known of their servers.
 */
final class PollBench implements AutoCloseable {

  private static final Tables TABLES = new Tables("history", "plans", "groups", "accounts");
  private static final String REGION = "us-east-1";
  private static final AccountContext HUB = AccountContext.current("111122223333");
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("TESTKEY", "secret"));
  private static final ExecutionKey KEY =
      new ExecutionKey(
          new ExecutionId("3f0c1c52-6f7b-4b62-9d6a-6f6f1b3c8a10"),
          new PlanId("8a1de9a4-2c0d-4a5b-8f3e-0a6f6d1c2b77"));

  private final AtomicInteger ids = new AtomicInteger();
  private final Capacity capacity = new Capacity();
  private final LocalDynamoDb engine = LocalDynamoDb.start(0);
  private final DynamoDbClient dynamoDb;
  private final RunningAws aws;
  private final PollExecution poll;

  PollBench(int servers, int pageSize, PollCalls calls) {
    this(servers, pageSize, calls, Vector.empty());
  }

  /** After {@code earlier} waves of so many servers each. */
  PollBench(int servers, int pageSize, PollCalls calls, Vector<Integer> earlier) {
    aws =
        RunningAws.with(choices -> choices.sourceServers(Servers.upTo(servers)).pageSize(pageSize));
    dynamoDb = dynamoDb();
    OrchestratorTables.create(dynamoDb, TABLES);
    var store = DynamoDbStore.of(dynamoDb, TABLES, this::id, HUB);
    launch(store, Vector.ofAll(Servers.ids(servers)), earlier);
    poll = poll(store, calls);
  }

  /** Of one length, so that the size of an item is the same each time. */
  private String id() {
    return "00000000-0000-0000-0000-%012d".formatted(ids.incrementAndGet());
  }

  private DynamoDbClient dynamoDb() {
    return DynamoDbClient.builder()
        .endpointOverride(engine.uri())
        .credentialsProvider(CREDENTIALS)
        .region(Region.of(REGION))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(
            c -> c.addExecutionInterceptor(capacity).addExecutionInterceptor(new CallCounter()))
        .build();
  }

  private PollExecution poll(ExecutionStore store, PollCalls calls) {
    var drs =
        SdkClients.build(
            DrsClient.builder().endpointOverride(aws.uri()).credentialsProvider(CREDENTIALS),
            REGION);
    var ec2 =
        SdkClients.build(
            Ec2Client.builder().endpointOverride(aws.uri()).credentialsProvider(CREDENTIALS),
            REGION);
    var instances =
        new CachedInstances(
            new Ec2Instances(scope -> ec2), aws::now, CachedInstances.DEFAULT_TIME_TO_LIVE);
    return new PollExecution(
        new Lifecycle(store.executions(), occurrence -> {}, aws::now),
        store,
        Unused.but(
            new DrsRecoveryJobs(scope -> drs), new DrsRecoveryServers(scope -> drs, instances)),
        occurrence -> {},
        new Settings(aws::now, this::id, HUB, WavePolicy.DEFAULT, calls, Parallel.ONE_BY_ONE));
  }

  private void launch(ExecutionStore store, Vector<String> servers, Vector<Integer> earlier) {
    var plan =
        earlier
            .zipWithIndex()
            .map(wave -> plan(wave._2, others(wave._2, wave._1)))
            .append(plan(earlier.size(), servers.map(SourceServerId::new)));
    var pending = PendingExecution.create(details(), plan).next();
    var lock = store.locks().acquire(KEY.planId(), KEY.executionId(), aws.now()).get();
    var start = new NewExecution(pending, requestBy("alice"), lock, store.starts().read());
    require(store.newExecutions().create(start));
    earlier.forEach(wave -> complete(store));
    launch(store, new JobId(aws.start(servers.asJava()).jobID()));
  }

  private static Vector<SourceServerId> others(int wave, int servers) {
    return Vector.range(0, servers).map(n -> SampleServers.serverId(wave, n));
  }

  private void launch(ExecutionStore store, JobId job) {
    var execution = (ActiveExecution) store.executions().find(KEY.executionId()).get();
    var next = execution.waves().current().get();
    var attempt = new LaunchAttempt(id(), aws.now(), aws.now().plus(Duration.ofMinutes(5)));
    var target = new LaunchTarget(REGION, next.plan().serverIds());
    var claimed = execution.claimWave(next.number(), target, attempt).get();
    require(store.claims().claim(claimed, next.number()));
    var wave = (ClaimedWave) claimed.next().waves().find(next.number()).get();
    require(store.claims().recordLaunch(WaveLaunch.of(KEY, wave, job).get()));
  }

  /** As the last poll of the wave would have left it. */
  private void complete(ExecutionStore store) {
    launch(store, new JobId("drsjob-00000000000000000"));
    var execution = (RunningExecution) store.executions().find(KEY.executionId()).get();
    var wave = (RunningWave) execution.facts().waves().active().get();
    var seen =
        SampleWaves.look(
            "COMPLETED",
            wave.servers().toMap(s -> s.id(), s -> SampleServers.everythingAboutALaunch()));
    var progress = execution.observe(wave, seen, aws.now(), WavePolicy.DEFAULT);
    require(store.records().record(progress, aws.now()));
  }

  private static void require(Enum<?> outcome) {
    if (!outcome.name().equals("WRITTEN") && !outcome.name().equals("CREATED")) {
      throw new AssertionError(outcome);
    }
  }

  private ExecutionDetails details() {
    return new ExecutionDetails(
        KEY, "Plan", ExecutionType.DRILL, "alice@example.com", aws.now(), HUB);
  }

  private static WavePlan plan(int number, Vector<SourceServerId> servers) {
    return new WavePlan(
        new WaveNumber(number),
        "Wave " + (number + 1),
        Option.some("0f3f3a5e-1111-4a2b-9c3d-000000000001"),
        servers,
        false);
  }

  /** A poll after {@code time}; what it costs is told to the calls and the capacity. */
  Decision pollAfter(Duration time) {
    aws.pass(time);
    capacity.forget();
    return poll.poll(KEY.executionId());
  }

  Capacity capacity() {
    return capacity;
  }

  @Override
  public void close() {
    dynamoDb.close();
    engine.close();
    aws.close();
  }
}
