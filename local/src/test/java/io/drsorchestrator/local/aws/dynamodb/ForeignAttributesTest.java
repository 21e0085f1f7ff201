package io.drsorchestrator.local.aws.dynamodb;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.wave.SampleWaves.POLICY;
import static io.drsorchestrator.local.aws.dynamodb.DynamoDbTestedStore.TABLES;
import static io.drsorchestrator.local.aws.dynamodb.DynamoDbTestedStore.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.contract.Recorded;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.RunningExecution;
import io.drsorchestrator.domain.execution.WaveProgress;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.SampleServers;
import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.Wave;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What other programs keep in a wave, in its servers and in its job survives every poll. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignAttributesTest {

  private final DynamoDbTestedStore store = DynamoDbTestedStore.start();

  @AfterAll
  void stop() {
    store.close();
  }

  private Recorded launched(int servers) {
    return Recorded.create(store.ports(), Vector.of(SampleWaves.plan(0, servers))).launch();
  }

  private WaveProgress look(Recorded recorded, Function<Wave, JobObservation> answer) {
    var wave = (RunningWave) recorded.wave();
    return ((RunningExecution) recorded.read()).observe(wave, answer.apply(wave), NOON, POLICY);
  }

  private WriteOutcome write(WaveProgress progress) {
    return store.ports().records().record(progress, NOON);
  }

  /** Everything about every server at once: more than an expression of 4 KB holds. */
  private static JobObservation everything(Wave wave) {
    return SampleWaves.look(
        "STARTED", wave.servers().toMap(Server::id, s -> SampleServers.everythingAboutALaunch()));
  }

  private static JobObservation launching(Wave wave) {
    return SampleWaves.working(wave, LaunchStatus.IN_PROGRESS);
  }

  /** As another program does it: a single field. */
  private void mark(Recorded recorded, String path, String value) {
    store
        .client()
        .updateItem(
            request ->
                request
                    .tableName(TABLES.executionHistory())
                    .key(key(recorded))
                    .updateExpression("SET " + path + " = :v")
                    .expressionAttributeValues(Map.of(":v", text(value))));
  }

  private static Map<String, AttributeValue> key(Recorded recorded) {
    return Map.of(
        "executionId", text(recorded.key().executionId().value()),
        "planId", text(recorded.key().planId().value()));
  }

  private static Map<?, ?> server(Recorded recorded, int number) {
    var servers = (List<?>) Objects.requireNonNull(recorded.storedWave(0).get("serverStatuses"));
    return (Map<?, ?>) servers.get(number);
  }

  private static void assertMarked(Map<?, ?> stored) {
    assertThat(stored.get("theirs")).isEqualTo("kept");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100})
  void survive_a_poll_whether_it_writes_fields_or_the_list(int servers) {
    var recorded = launched(servers).observe(ForeignAttributesTest::launching);
    mark(recorded, "waves[0].theirs", "kept");
    mark(recorded, "waves[0].DRSJobDetails.theirs", "kept");
    for (int server = 0; server < servers; server++) {
      mark(recorded, "waves[0].serverStatuses[%d].theirs".formatted(server), "kept");
    }

    assertThat(write(look(recorded, ForeignAttributesTest::everything)))
        .isEqualTo(WriteOutcome.WRITTEN);
    assertThat(write(look(recorded, SampleWaves::disaster))).isEqualTo(WriteOutcome.WRITTEN);

    assertMarked(recorded.storedWave(0));
    assertMarked((Map<?, ?>) Objects.requireNonNull(recorded.storedWave(0).get("DRSJobDetails")));
    for (int server = 0; server < servers; server++) {
      assertMarked(server(recorded, server));
      assertThat(server(recorded, server).get("hostname")).isEqualTo("ip-10-0-0-10");
      assertThat(server(recorded, server).get("launchStatus")).isEqualTo("FAILED");
    }
  }

  /** The mark is made after the poll has read the wave: fields meet fields, nothing is lost. */
  @ParameterizedTest
  @ValueSource(ints = {2, 100})
  void that_are_written_during_a_poll_survive_it(int servers) {
    var recorded = launched(servers);
    var progress = look(recorded, ForeignAttributesTest::everything);
    mark(recorded, "waves[0].serverStatuses[1].theirs", "kept");

    assertThat(write(progress)).isEqualTo(WriteOutcome.WRITTEN);

    assertMarked(server(recorded, 1));
    assertThat(server(recorded, 1).get("serverName")).isEqualTo("web-1");
  }

  /** An older poller writes the whole list, in the order in which DRS answers. */
  @Test
  void a_list_in_another_order_gets_each_fact_into_the_right_place() {
    var recorded = launched(2);
    var progress = look(recorded, wave -> SampleWaves.working(wave, LaunchStatus.LAUNCHED));
    reverse(recorded);

    assertThat(write(progress)).isEqualTo(WriteOutcome.WRITTEN);

    for (int number = 0; number < 2; number++) {
      var launched = SampleServers.serverId(0, 0).value();
      var server = server(recorded, number);
      assertThat(server.get("launchStatus"))
          .isEqualTo(launched.equals(server.get("sourceServerId")) ? "LAUNCHED" : "PENDING");
    }
  }

  private void reverse(Recorded recorded) {
    var stored =
        store
            .client()
            .getItem(r -> r.tableName(TABLES.executionHistory()).key(key(recorded)))
            .item();
    var wave = Objects.requireNonNull(stored.get("waves")).l().get(0).m();
    var servers = Vector.ofAll(Objects.requireNonNull(wave.get("serverStatuses")).l());
    store
        .client()
        .updateItem(
            request ->
                request
                    .tableName(TABLES.executionHistory())
                    .key(key(recorded))
                    .updateExpression("SET waves[0].serverStatuses = :v")
                    .expressionAttributeValues(
                        Map.of(":v", AttributeValue.fromL(servers.reverse().asJava()))));
  }

  @Test
  void a_late_poll_of_a_hundred_servers_conflicts_as_any_other() {
    var recorded = launched(100);
    var late = look(recorded, ForeignAttributesTest::everything);
    recorded.observe(SampleWaves::success);
    var before = recorded.document();

    assertThat(write(late)).isEqualTo(WriteOutcome.CONFLICT);
    assertThat(recorded.document()).isEqualTo(before);
  }

  @Test
  void a_late_poll_of_a_hundred_servers_conflicts_at_an_older_revision() {
    var recorded = launched(100);
    var late = look(recorded, ForeignAttributesTest::everything);
    recorded.observe(ForeignAttributesTest::launching);

    assertThat(write(late)).isEqualTo(WriteOutcome.CONFLICT);
  }
}
