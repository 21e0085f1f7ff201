package io.drsorchestrator.local.aws.dynamodb;

import static io.drsorchestrator.local.aws.dynamodb.DynamoDbTestedStore.TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.adapter.out.drs.DrsRecoveryJobs;
import io.drsorchestrator.adapter.out.drs.DrsRecoveryServers;
import io.drsorchestrator.adapter.out.ec2.Ec2Instances;
import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.Settings;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.memory.RecordedWorkflows;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.LaunchConfigurations;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.wave.WavePolicy;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.drsorchestrator.local.aws.RunningAws;
import io.drsorchestrator.local.aws.Servers;
import io.drsorchestrator.local.aws.SimulatedAwsBuilder;
import io.drsorchestrator.local.system.JsonItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Items that the existing system left mid-flight (contract 2): read, polled against the simulated
 * AWS, shown, and never finished by a poll.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OldItemsMidFlightTest {

  private static final Path FIXTURES = Path.of("src", "test", "resources", "compatibility");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ExecutionId ID = new ExecutionId("3f0c1c52-6f7b-4b62-9d6a-6f6f1b3c8a10");

  /** What polls write, and nothing else may change. */
  private static final List<String> POLLED = List.of("waves", "lastPolledTime", "completedWaves");

  private final DynamoDbTestedStore store = DynamoDbTestedStore.start();
  private final RunningAws aws = RunningAws.withServers(100);
  private int servers;

  static Stream<Path> fixtures() throws IOException {
    try (var files = Files.list(FIXTURES)) {
      return files.sorted().toList().stream();
    }
  }

  @AfterAll
  void stop() {
    store.close();
    aws.close();
  }

  @AfterEach
  void forget() {
    store
        .client()
        .scan(r -> r.tableName(TABLES.executionHistory()))
        .items()
        .forEach(
            item ->
                store
                    .client()
                    .deleteItem(
                        r ->
                            r.tableName(TABLES.executionHistory())
                                .key(
                                    Map.of(
                                        "executionId",
                                        Objects.requireNonNull(item.get("executionId")),
                                        "planId",
                                        Objects.requireNonNull(item.get("planId"))))));
  }

  /** The item as it would be if the job had just been started, in the real simulation. */
  private void put(Path fixture) throws IOException {
    var first = Servers.id(++servers);
    var second = Servers.id(++servers);
    var job = aws.start(first, second).jobID();
    var json =
        Files.readString(fixture)
            .replace("JOB", job)
            .replace("SERVER1", first)
            .replace("SERVER2", second);
    store.put(TABLES.executionHistory(), JsonItems.item(MAPPER.readTree(json)));
  }

  private UseCases useCases() {
    var jobs = new DrsRecoveryJobs(scope -> aws.drs());
    var instances = new Ec2Instances(scope -> aws.ec2());
    return UseCases.of(
        store.ports(),
        new Aws(
            jobs,
            new DrsRecoveryServers(scope -> aws.drs(), instances),
            unused(LaunchAdmission.class),
            unused(LaunchConfigurations.class),
            unused(RecoveryInstances.class),
            new RecordedWorkflows()),
        occurrence -> {},
        new Settings(
            aws::now,
            () -> "id",
            AccountContext.current(SimulatedAwsBuilder.DEFAULT_ACCOUNT),
            new WavePolicy(Duration.ofDays(365), Duration.ofMinutes(5), Duration.ofMinutes(10))));
  }

  private static <P> P unused(Class<P> port) {
    return port.cast(
        java.lang.reflect.Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              throw new AssertionError(method + " is not for polls");
            }));
  }

  private Map<String, Object> document() {
    return store.ports().documents().document(ID).get();
  }

  private Map<?, ?> wave(int number) {
    return (Map<?, ?>) ((List<?>) Objects.requireNonNull(document().get("waves"))).get(number);
  }

  private List<Map<?, ?>> serversOf(Map<?, ?> wave) {
    return ((List<?>) Objects.requireNonNull(wave.get("serverStatuses")))
        .stream().<Map<?, ?>>map(server -> (Map<?, ?>) server).toList();
  }

  private Decision poll() {
    return useCases().poll().poll(ID);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void is_read_with_every_wave_of_its_plan(Path fixture) throws IOException {
    put(fixture);

    assertThat(store.ports().executions().find(ID).get().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.POLLING, WaveStatus.PENDING);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void is_polled_while_its_servers_launch(Path fixture) throws IOException {
    put(fixture);
    var before = document();
    aws.passSeconds(90);

    assertThat(poll().next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);

    assertUnchangedButForThePoll(before);
    assertThat(serversOf(wave(1)))
        .<Object>extracting(s -> s.get("serverName"))
        .contains(name(servers));
    assertThat(serversOf(wave(1)))
        .<Object>extracting(s -> s.get("launchStatus"))
        .doesNotContain("LAUNCHED");
  }

  private static String name(int server) {
    return "server" + server;
  }

  /** D1: the waves that are stored are all COMPLETED then, and they are not all. */
  @ParameterizedTest
  @MethodSource("fixtures")
  void is_not_finished_by_the_poll_that_completes_its_wave(Path fixture) throws IOException {
    put(fixture);
    var before = document();
    aws.passSeconds(1800);

    var decision = poll();

    assertUnchangedButForThePoll(before);
    assertThat(document()).containsEntry("completedWaves", 2L).doesNotContainKey("completedTime");
    assertThat(decision.next().kind()).isIn(NextStep.Kind.RUN_WAVE, NextStep.Kind.PAUSE);
    assertShown(wave(1));
    assertThat(store.ports().executions().find(ID).get().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.COMPLETED, WaveStatus.PENDING);
    poll();
    assertUnchangedButForThePoll(before);
  }

  private void assertUnchangedButForThePoll(Map<String, Object> before) {
    assertThat(without(document())).isEqualTo(without(before));
  }

  private static Map<String, Object> without(Map<String, Object> document) {
    var rest = new java.util.HashMap<>(document);
    rest.keySet().removeAll(POLLED);
    return rest;
  }

  private void assertShown(Map<?, ?> wave) {
    assertThat(wave.get("status")).isEqualTo("COMPLETED");
    assertThat(wave.get("endTime")).isInstanceOf(Long.class);
    assertThat(serversOf(wave)).hasSize(2);
    for (var server : serversOf(wave)) {
      assertThat(server.get("launchStatus")).isEqualTo("LAUNCHED");
      assertThat((String) server.get("serverName")).startsWith("server");
      assertThat((String) server.get("instanceId")).startsWith("i-");
      assertThat(server.get("recoveryInstanceId")).isEqualTo(server.get("instanceId"));
      assertThat((String) server.get("privateIp")).startsWith("10.");
      assertThat((String) server.get("hostname")).isNotBlank();
      assertThat((String) server.get("instanceType")).isNotBlank();
      assertThat((Long) server.get("launchTime")).isPositive();
    }
  }

  @Test
  void a_wave_that_was_done_stays_as_it_was_stored() throws IOException {
    put(FIXTURES.resolve("lazy-waves.json"));
    var done = wave(0);
    aws.passSeconds(1800);

    poll();

    assertThat(wave(0)).isEqualTo(done);
  }
}
